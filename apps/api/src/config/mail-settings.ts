import { StartFailure } from './start-failure.js'

/** The clinic's mail server, and the address that letters come from. (ID12) */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password in it where the server wants them. Never repeated anywhere. */
  readonly smtpUrl: string
  readonly from: string
}

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+$/

/** Null where no mail server is named: letters then stay in the outbox, for a person to hand over. */
export function mailSettingsOf(env: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const { ACCORD_SMTP_URL: smtpUrl, ACCORD_MAIL_FROM: from } = env
  if (!smtpUrl) return null
  const isReadable = URL.canParse(smtpUrl) && /^smtps?:$/.test(new URL(smtpUrl).protocol)
  if (!isReadable) throw new StartFailure('start.smtp-unreadable')
  if (!from || !ADDRESS.test(from)) throw new StartFailure('start.mail-from', { value: from ?? '' })
  return { smtpUrl, from }
}
