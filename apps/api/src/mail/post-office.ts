import type { LetterTrouble } from '@accord/domain/rest/outbox'
import { createTransport, type Transporter } from 'nodemailer'
import type { MailSettings } from '../config/mail-settings.js'
import { mustStartTls } from '../config/private-way.js'

/** A letter as a mail server takes it. */
export interface Parcel {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** What became of a letter at the mail server; `refused` is for good, the others may pass. */
export type Delivery = 'taken' | Exclude<LetterTrouble, 'late'>

/** How long a mail server may take for each step, in ms. */
const PATIENCE = 10_000

/** The way to a mail server. (ID12) */
export class PostOffice {
  private readonly transport: Transporter

  constructor(private readonly settings: MailSettings) {
    this.transport = createTransport({
      url: settings.smtpUrl,
      requireTLS: mustStartTls(settings.smtpUrl),
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
    })
  }

  async deliver({ from, to, subject, text }: Parcel): Promise<Delivery> {
    const sender = { name: from, address: this.settings.from }
    try {
      // Neither files nor addresses are ever fetched for a letter: it is text and nothing else.
      await this.transport.sendMail({
        from: sender,
        // One address, whatever it looks like: never read as a list of several.
        to: { name: '', address: to },
        subject,
        text,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      return 'taken'
    } catch (error) {
      return troubleOf(error)
    }
  }

  close(): void {
    this.transport.close()
  }
}

function troubleOf(error: unknown): Exclude<Delivery, 'taken'> {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  if (code === 'EAUTH') return 'unauthorised'
  const isFinal = typeof responseCode === 'number' && responseCode >= 500
  return isFinal ? 'refused' : 'unreachable'
}
