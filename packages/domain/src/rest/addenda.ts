/**
 * What a client says about something in their record that others wrote or fixed: an addendum beside it. docs/spec/addenda.md
 *
 * - `GET /api/cases/:caseId/addenda` → {@link RecordAddenda}: whatever was added to items that the asker may read
 * - `POST /api/cases/:caseId/addenda` {@link AddendumBody} → {@link RecordAddenda}: clients and guardians, in the portal
 *
 * Refused: 404 `not-found` (no such item, or not for the asker); 403 `not-yours`, `restricted`, `reading-over`; 409 `words-changed`
 * (somebody added something in between).
 */
import { z } from 'zod/mini'
import type { ItemPlace } from '../addendum/item.js'
import { ITEM_KINDS } from '../addendum/item.js'
import type { CaseId, LogId, PersonId } from '../ids.js'
import { id, nth, revision } from '../sync/shapes.js'
import type { PersonName } from '../sync/wire.js'
import { words } from './words.js'

/** In UTF-16 code units, as a reply to a note. (TO10) */
export const LONGEST_ADDENDUM = 4_000

/** `number` is the addendum's own at its item, from 1. (AD3) */
export const addendumSchema = z.strictObject({
  place: z.strictObject({ kind: z.enum(ITEM_KINDS), item: id<string>(), entry: revision }),
  number: nth,
  words: words(LONGEST_ADDENDUM),
})
export type AddendumBody = z.infer<typeof addendumSchema>

/** What an item is, in so far as one needs it to know it again. Times in ms. */
export interface ItemAbout {
  /** When it was written or held. */
  readonly at: number | null
  /** Who wrote it; null where it is nobody's in particular. */
  readonly by: PersonId | null
  /** Which session it is, or belongs to. */
  readonly number: number | null
  /** What it is called: a goal, a questionnaire, a recipient. */
  readonly name: string | null
  /** What it says; null where it has no words. */
  readonly words: string | null
}

/** An item of a record that its reader can read and not change. (AD1) */
export interface RecordItem extends ItemPlace {
  readonly about: ItemAbout
  /** Whose it is, where it is one client's own; null for what everybody of the case has. */
  readonly client: PersonId | null
  /** Everybody who reads it now, and with it what is added to it, by the server's own rule. (AD2) */
  readonly readers: readonly PersonId[]
}

/** Where an addendum stands: at an item, or as a reply at a note. (AD7) */
type AddendumPlace = ItemPlace | (Omit<ItemPlace, 'kind'> & { readonly kind: 'note' })

/** `about` is the item as it stood when this was said of it. (AD4) */
export type RecordAddendum = AddendumPlace & {
  readonly number: number
  readonly by: PersonId
  readonly at: number
  readonly words: string
  readonly about: ItemAbout
}

/**
 * Something that a client or guardian said of an item which the asker reads, and that the asker has not seen; nothing of what it
 * says. (AD8)
 */
export type AddendumNews = AddendumPlace & {
  readonly number: number
  readonly caseId: CaseId
  /** The case's plan, by which it is marked as seen. */
  readonly plan: LogId
  /** Whose item it is; of what everybody of the case has, the client who said it, or all of them where a guardian did. */
  readonly clientNames: readonly string[]
  readonly byName: string
  /** In ms. */
  readonly at: number
}

export interface RecordAddenda {
  readonly caseId: CaseId
  readonly mayAdd: boolean
  /** What the asker can add to, the latest first of each kind; empty for the practice's people. */
  readonly items: readonly RecordItem[]
  /** The logs to any moment of which the asker can add, with everybody who reads it now. */
  readonly logs: readonly { readonly log: LogId; readonly readers: readonly PersonId[] }[]
  /** The earliest first. */
  readonly addenda: readonly RecordAddendum[]
  readonly people: readonly PersonName[]
}
