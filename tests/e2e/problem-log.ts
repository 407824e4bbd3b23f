import type { ConsoleMessage, ElectronApplication, Page } from '@playwright/test';

/** Collects what should not happen while the application runs. */
export class ProblemLog {
  readonly #problems: string[] = [];
  readonly #allowed: RegExp[] = [];

  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  add(problem: string): void {
    this.#problems.push(problem);
  }

  /** Listens to the main process and to every window, hidden ones included. */
  watch(app: ElectronApplication): void {
    app.on('console', (message) => this.#addMessage('main process', message));
    app.on('window', (page) => this.#watchPage(page));
    for (const page of app.windows()) this.#watchPage(page);
  }

  unexpected(): string[] {
    return this.#problems.filter((problem) => !this.#allowed.some((pattern) => pattern.test(problem)));
  }

  #watchPage(page: Page): void {
    page.on('console', (message) => this.#addMessage('page', message));
    page.on('pageerror', (error) => this.add(`page: ${error.stack ?? error.message}`));
    page.on('crash', () => this.add('page: crashed'));
  }

  #addMessage(origin: string, message: ConsoleMessage): void {
    if (message.type() === 'error' || message.type() === 'warning') this.add(`${origin}: ${message.text()}`);
  }
}
