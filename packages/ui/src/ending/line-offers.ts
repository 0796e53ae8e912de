import type { SafetyPlan } from '@accord/domain/rest/safety'
import type { SafetyLine } from '@accord/domain/safety/safety-plan'
import { LONGEST_LINE } from '@accord/domain/ending/box'
import type { LineOffers } from './open-pack-props.js'

/** What of safety plans can be taken over: what helps, and who can be called. (EN4) */
export function lineOffers(plans: readonly Pick<SafetyPlan, 'steps'>[]): LineOffers {
  const of = (lines: readonly SafetyLine[]) =>
    lines.map(({ words, phone }) => (phone === null ? words : `${words}: ${phone}`)).filter(isShort)
  return {
    coping: plans.flatMap(({ steps }) => of([...steps.coping, ...steps.surroundings, ...steps.reasons])),
    call: plans.flatMap(({ steps }) => of([...steps.people, ...steps.professionals])),
  }
}

function isShort(line: string): boolean {
  return line.length <= LONGEST_LINE && !line.includes('\n')
}
