import type { Half } from '@accord/domain/agreement/state'
import type { PersonId } from '@accord/domain/ids'
import type { GoalSummary } from '@accord/domain/rest/case'
import type { PersonName } from '@accord/domain/sync/wire'
import type { Format } from '@accord/ui/messages/format'
import type { Translate } from '@accord/ui/messages/translate'
import { nameOf } from '../../lib/people.js'
import type { Messages } from '../../messages/compiled/messages.js'

/** Whose eyes a goal is described for. */
export interface Reader {
  readonly t: Translate<Messages>
  readonly format: Format
  readonly self: PersonId
  readonly people: readonly PersonName[]
  readonly now: Date
}

interface StandingWords {
  /** Said first when it is this person's turn. */
  readonly lead?: string
  readonly sentence: string
  /** Something moved, and it is this person's turn. */
  readonly tone: 'quiet' | 'attention'
}

/** How a goal stands, in a sentence to the client. */
export function standingWords(reader: Reader, goal: GoalSummary): StandingWords {
  const { t, format, now } = reader
  const { agreement, lifecycle } = goal
  if (lifecycle === 'on-hold') return quiet(t('standing.setAside'))
  const turn = isTheirTurn(reader, agreement.halves) ? { lead: t('standing.waitingForYou') } : {}
  switch (agreement.kind) {
    case 'no-words':
      return quiet(t('standing.noWords'))
    case 'agreed': {
      const day = format.day(new Date(agreement.since), now)
      return quiet(t('standing.agreed', { count: agreement.halves.length, day }))
    }
    case 'lapsed': {
      const day = format.day(new Date(agreement.before.at), now)
      const changed = t('standing.lapsed', { day })
      return { sentence: `${changed} ${halvesWords(reader, agreement.halves)}`, tone: 'attention', ...turn }
    }
    case 'open':
      return { ...quiet(halvesWords(reader, agreement.halves)), ...turn }
  }
}

/** Who changed a word of it last, and when. */
export function lastChangeWords(reader: Reader, goal: GoalSummary): string {
  const { t, format, self, people, now } = reader
  const { by, at } = goal.lastChange
  const when = format.moment(new Date(at), now)
  if (by === self) return t('lastChange.you', { when })
  return t('lastChange.name', { name: nameOf(people, by) ?? t('people.former'), when })
}

/** Others stand behind the words, and this person has not said anything to them yet. */
function isTheirTurn({ self }: Reader, halves: readonly Half[]): boolean {
  const own = halves.find((half) => half.person === self)
  return own?.answer === null && halves.some((half) => half.person !== self && half.state === 'on')
}

function halvesWords(reader: Reader, halves: readonly Half[]): string {
  const { t, self } = reader
  const own = halves.find((half) => half.person === self)
  const others = halves.filter((half) => half.person !== self)
  const agreeing = others.filter((half) => half.state === 'on')
  const waiting = others.filter((half) => half.state !== 'on')
  if (own?.state === 'on') return t('standing.yourHalf', { names: namesOf(reader, waiting) })
  if (own?.answer && own.answer.kind !== 'agree') return t(`standing.yours.${own.answer.kind}`)
  if (agreeing.length > 0)
    return t('standing.theirHalf', { names: namesOf(reader, agreeing), count: agreeing.length })
  const said = others.find((half) => half.answer !== null && half.answer.kind !== 'agree')
  if (said?.answer && said.answer.kind !== 'agree') {
    return t(`standing.theirs.${said.answer.kind}`, { name: namesOf(reader, [said]) })
  }
  return t('standing.open')
}

function namesOf({ format, people, t }: Reader, halves: readonly Half[]): string {
  return format.list(halves.map(({ person }) => nameOf(people, person) ?? t('people.former')))
}

function quiet(sentence: string): StandingWords {
  return { sentence, tone: 'quiet' }
}
