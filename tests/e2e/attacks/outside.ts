import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands for the world outside: a server on this computer that notes down whatever reaches it. */
export class Outside {
  readonly requests: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      this.requests.push(path);
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Content-Type', contentType(path));
      response.end(content(path));
    });
    this.#server.on('upgrade', (request, socket) => {
      this.requests.push(`upgrade ${request.url}`);
      socket.destroy();
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => void this.#server.listen(0, '127.0.0.1', resolve));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

function contentType(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  if (path.endsWith('.css')) return 'text/css';
  return path.endsWith('.svg') ? 'image/svg+xml' : 'text/html';
}

function content(path: string): string {
  if (path.endsWith('.js')) return 'top.ran()';
  if (path.endsWith('.css')) return '.probe { outline: 7px solid }';
  if (path.endsWith('.svg')) return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
  return '<!doctype html><title>outside</title><body>outside</body>';
}
