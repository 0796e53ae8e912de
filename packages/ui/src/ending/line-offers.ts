import { LONGEST_LINE } from '@accord/domain/ending/box'
import { helpedAgainst, type HelpedStep } from '@accord/domain/ending/helped'
import type { PersonId } from '@accord/domain/ids'
import type { BarrierRegister } from '@accord/domain/rest/barriers'
import type { SafetyPlan } from '@accord/domain/rest/safety'
import type { SafetyLine } from '@accord/domain/safety/safety-plan'
import type { LineOffers, OfferSource } from './open-pack-props.js'

/** What an app found that lines may be taken over from. */
interface OfferSources {
  readonly plans: readonly Pick<SafetyPlan, 'steps'>[]
  readonly helped: readonly HelpedStep[]
  readonly register: Pick<BarrierRegister, 'clients'> | undefined
  /** Everybody who reads the pack. */
  readonly readers: readonly PersonId[]
}

/** What can be taken over line by line: of safety plans, of steps that helped, of what helped against what got in the way. (EN4, EN13) */
export function lineOffers({ plans, helped, register, readers }: OfferSources): LineOffers {
  const of = (lines: readonly SafetyLine[]) =>
    lines.map(({ words, phone }) => (phone === null ? words : `${words}: ${phone}`))
  const coping = plans.flatMap(({ steps }) => of([...steps.coping, ...steps.surroundings, ...steps.reasons]))
  const call = plans.flatMap(({ steps }) => of([...steps.people, ...steps.professionals]))
  // What a partner or a guardian may not read is not offered to stand where they read it. (BA3, EN13)
  const shared = (register?.clients ?? []).filter((client) =>
    readers.every((reader) => client.readers.some(({ person }) => person === reader)),
  )
  return {
    coping: [
      from('safety', coping),
      from(
        'goals',
        helped.map(({ words }) => words),
      ),
      from(
        'barriers',
        shared.flatMap(({ barriers }) => helpedAgainst(barriers)),
      ),
    ],
    call: [from('safety', call)],
  }
}

function from(source: OfferSource, lines: readonly string[]): LineOffers['coping'][number] {
  return { source, lines: lines.filter((line) => line.length <= LONGEST_LINE && !line.includes('\n')) }
}
