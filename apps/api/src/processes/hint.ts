import type { ConnectionId, LogId } from '@accord/domain/ids'
import { count, id } from '@accord/domain/sync/shapes'
import { lookSchema, type Present } from '@accord/domain/sync/wire'
import { z } from 'zod/mini'
import { keyOfStir, stirSchema, type Stir } from './stir.js'

/**
 * What processes tell each other: where to look, never what is there. Ids and numbers only. (MP2)
 * `hello`: is there anybody? `alive`: the answer, and from then on a sign of life. `bye`: no more of me.
 */
export type Hint =
  | { readonly kind: 'hello' | 'alive' | 'bye' }
  | { readonly kind: 'stored'; readonly log: LogId; readonly seq: number }
  | { readonly kind: 'rights'; readonly log: LogId }
  | { readonly kind: 'signed-out'; readonly signIn: string }
  | { readonly kind: 'here'; readonly log: LogId; readonly who: Present }
  | { readonly kind: 'gone'; readonly log: LogId; readonly connection: ConnectionId }
  | { readonly kind: 'asked'; readonly log: LogId }
  | { readonly kind: 'stirred'; readonly stir: Stir }

/** Some hints of one process. */
export interface Letter {
  readonly from: string
  readonly hints: readonly Hint[]
}

const log = id<LogId>()
const connection = id<ConnectionId>()
const who = z.strictObject({
  connection,
  person: id<Present['person']>(),
  relation: z.enum(['client', 'guardian', 'practitioner', 'supervisor']),
  at: lookSchema.shape.at,
})

const hintSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['hello', 'alive', 'bye']) }),
  z.strictObject({ kind: z.literal('stored'), log, seq: count }),
  z.strictObject({ kind: z.literal('rights'), log }),
  z.strictObject({ kind: z.literal('signed-out'), signIn: id() }),
  z.strictObject({ kind: z.literal('here'), log, who }),
  z.strictObject({ kind: z.literal('gone'), log, connection }),
  z.strictObject({ kind: z.literal('asked'), log }),
  z.strictObject({ kind: z.literal('stirred'), stir: stirSchema }),
])
const letterSchema = z.strictObject({ from: id(), hints: z.array(hintSchema) })

/** NOTIFY takes less than 8,000 bytes; what is written here is ASCII, so a character is a byte. */
const LONGEST = 7_900

/** As few letters as hold all hints, each short enough for the bus. (MP2) */
export function lettersOf(from: string, hints: readonly Hint[]): readonly string[] {
  const frame = (parts: readonly string[]) => `{"from":"${from}","hints":[${parts.join(',')}]}`
  const letters: string[] = []
  let parts: string[] = []
  let length = frame([]).length
  for (const part of hints.map((hint) => JSON.stringify(hint))) {
    if (parts.length > 0 && length + part.length + 1 > LONGEST) {
      letters.push(frame(parts))
      parts = []
      length = frame([]).length
    }
    parts.push(part)
    length += part.length + 1
  }
  return parts.length > 0 ? [...letters, frame(parts)] : letters
}

/** Reads a letter strictly; null for anything else, since whoever may reach the bus may write on it. (MP2) */
export function readLetter(payload: string): Letter | null {
  try {
    const parsed = letterSchema.safeParse(JSON.parse(payload))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Hints of one key replace each other while they wait: only the newest says something. */
export function keyOf(hint: Hint): string {
  switch (hint.kind) {
    case 'hello':
    case 'alive':
    case 'bye':
      return hint.kind
    case 'stored':
    case 'rights':
    case 'asked':
      return `${hint.kind} ${hint.log}`
    case 'signed-out':
      return `${hint.kind} ${hint.signIn}`
    case 'here':
      return `here ${hint.log} ${hint.who.connection}`
    case 'gone':
      return `here ${hint.log} ${hint.connection}`
    case 'stirred':
      return `stirred ${keyOfStir(hint.stir)}`
  }
}
