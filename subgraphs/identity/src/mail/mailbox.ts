import { newId, type Clock } from '@propertea/kernel';
import { createTransport, type Transporter } from 'nodemailer';
import { emailKey } from '../email.js';
import type { PlatformStore, Sql } from '../platform-store.js';

export type MailKind = 'confirm' | 'alreadyRegistered' | 'reset' | 'noAccount' | 'passwordChanged';

export interface OutgoingMail {
  kind: MailKind;
  to: string;
  subject: string;
  text: string;
}

/** Keeps a mail in the caller's transaction; `Mailman.wake()` sends it after the commit. */
export async function keepMail(sql: Sql, clock: Clock, mail: OutgoingMail): Promise<void> {
  await sql(
    `insert into identity.mails (id, kind, recipient, recipient_key, subject, body, created_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [newId(), mail.kind, mail.to, emailKey(mail.to), mail.subject, mail.text, clock.now()],
  );
}

const MAX_TRIES = 5;
const RETRY_MS = 60_000;

interface Log {
  warn(fields: object, message: string): void;
}

/** Sends kept mails by SMTP in the background; without an SMTP server they only stay kept. */
export class Mailman {
  private readonly transport: Transporter | undefined;
  private readonly timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly store: PlatformStore,
    private readonly clock: Clock,
    private readonly log: Log,
    smtpUrl: string | undefined,
    private readonly from: string,
  ) {
    if (!smtpUrl) return;
    this.transport = createTransport(smtpUrl, { from });
    this.timer = setInterval(() => this.wake(), RETRY_MS).unref();
  }

  /** Looks for mails to send; returns at once. */
  wake(): void {
    if (!this.transport) return;
    this.again = true;
    this.round ??= this.run().finally(() => {
      this.round = undefined;
    });
  }

  /** Stops looking and waits for the mail that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.again = false;
    await this.round;
    this.transport?.close();
  }

  private async run(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        while (await this.sendOne());
      } catch (error) {
        this.log.warn({ err: error }, 'kept mails could not be read');
      }
    }
  }

  /** Sends the oldest mail that waits; false when there is none or the server refused it. */
  private async sendOne(): Promise<boolean> {
    const now = this.clock.now();
    const [mail] = await this.store((sql) =>
      sql(
        `update identity.mails set tries = tries + 1, tried_at = ? where id = (
           select id from identity.mails
           where sent_at is null and tries < ? and (tried_at is null or tried_at < ?)
           order by created_at limit 1 for update skip locked)
         returning id, recipient, subject, body`,
        [now, MAX_TRIES, new Date(now.getTime() - RETRY_MS / 2)],
      ),
    );
    if (!mail || !this.transport) return false;
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { name: '', address: String(mail.recipient) },
        subject: String(mail.subject),
        text: String(mail.body),
      });
    } catch (error) {
      this.log.warn({ err: error, mail: mail.id }, 'the SMTP server did not take a mail');
      return true;
    }
    await this.store((sql) =>
      sql('update identity.mails set sent_at = ? where id = ?', [this.clock.now(), mail.id]),
    );
    return true;
  }
}
