import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';

/** Tells what the demonstration itself says, and what went wrong; nothing of how it is run. */
class PlainReporter implements Reporter {
  onStdOut(text: string | Buffer): void {
    process.stdout.write(text);
  }

  onTestEnd(_test: TestCase, { errors }: TestResult): void {
    for (const { message } of errors) console.error(message);
  }

  onError({ message }: TestError): void {
    console.error(message);
  }

  printsToStdio(): boolean {
    return true;
  }
}

export default PlainReporter;
