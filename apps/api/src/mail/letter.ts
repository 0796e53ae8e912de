import type { Audience } from '@accord/domain/access/subject'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { LetterKind } from '@accord/domain/rest/outbox'
import { message } from '../messages/message.js'

/** A letter before it is written down. Who gets it and where, and the link that it carries if any. */
export interface NewLetter {
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly audience: Audience
  readonly kind: LetterKind
  readonly link: { readonly address: string; readonly until: number } | null
}

/** What a letter's words are made of. */
interface Particulars {
  readonly kind: LetterKind
  readonly name: string
  readonly clinic: string
  /** In ms. */
  readonly writtenAt: number
  readonly linkUntil: number | null
  readonly timeZone: string
}

/** A letter's words, of the catalogue: who it is for, that there is a link, until when. Never why somebody comes. (ID14) */
export interface LetterWords {
  readonly subject: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export function wordsOf({ kind, name, clinic, writtenAt, linkUntil, timeZone }: Particulars): LetterWords {
  const at = (ms: number) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(ms)
  const values = {
    name: name.split(' ')[0] ?? name,
    clinic,
    at: at(writtenAt),
    until: linkUntil === null ? '' : at(linkUntil),
  }
  const paragraphs = (part: 'before' | 'after') =>
    message(`mail.${kind}.${part}`, values)
      .split('\n')
      .filter((line) => line !== '')
  return {
    subject: message(`mail.${kind}.subject`, values),
    before: paragraphs('before'),
    after: paragraphs('after'),
  }
}

/** The whole as plain text, as a mail server gets it. */
export function textOf({ before, after }: LetterWords, link: string | null): string {
  return [...before, ...(link === null ? [] : [link]), ...after].join('\n\n')
}
