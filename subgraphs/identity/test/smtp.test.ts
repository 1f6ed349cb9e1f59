import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { House } from './house.js';

/** A mail server that takes every mail, or refuses the first ones. */
class MailServer {
  readonly taken: string[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((socket) => this.converse(socket));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private converse(socket: Socket): void {
    let body: string | undefined;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (body !== undefined && line !== '.') body += `${line}\n`;
        else if (body !== undefined) {
          this.taken.push(body);
          body = undefined;
          say('250 taken');
        } else if (line === 'DATA') {
          body = '';
          say('354 go on');
        } else if (line === 'QUIT') {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
    socket.on('error', () => socket.destroy());
  }
}

it('sends kept mails by SMTP and notes when the server has taken them', async () => {
  const mailServer = new MailServer();
  const house = await House.start({ smtpUrl: await mailServer.start() });
  try {
    const browser = house.browser();
    const page = await house.signInPage(browser);
    const sent = await browser.submit(await browser.open(`${page.url}/forgot`), {
      email: 'somebody@example.com',
    });
    expect(sent.text).toContain('Look in the spam folder');
    await house.until(async () => {
      const [mail] = await house.sql<{ sent_at: Date | null }>(
        'select sent_at from identity.mails',
      );
      return mail?.sent_at instanceof Date;
    });
    expect(mailServer.taken).toHaveLength(1);
    expect(mailServer.taken[0]).toContain('To: somebody@example.com');
    expect(mailServer.taken[0]).toContain('Subject: There is no account with this address');
  } finally {
    await house.stop();
    await mailServer.stop();
  }
});

it('answers the person also while no mail server can be reached', async () => {
  const house = await House.start({ smtpUrl: 'smtp://127.0.0.1:1' });
  try {
    const browser = house.browser();
    const page = await house.signInPage(browser);
    const sent = await browser.submit(await browser.open(`${page.url}/forgot`), {
      email: 'somebody@example.com',
    });
    expect(sent.title).toBe('Check your mail · ProperTea');
    await house.until(async () => {
      const [mail] = await house.sql<{ tries: number }>('select tries from identity.mails');
      return mail?.tries === 1;
    });
  } finally {
    await house.stop();
  }
});
