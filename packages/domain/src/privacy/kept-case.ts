import type { Discipline } from '../case/discipline.js'
import type { PersonId } from '../ids.js'
import type { CaseFate, RetentionAnswer } from '../rest/requests.js'
import { keptUntil, rulesFor, type Day, type KeptUntil } from './retention.js'

/** What is known of a case where it is asked for how long it is kept. */
export interface KeptCase {
  readonly discipline: Discipline
  /** Its clients now. */
  readonly clients: readonly {
    readonly person: PersonId
    readonly birthDate: Day | null
    /** Null while they live, as far as the practice knows. (CL24) */
    readonly died: Day | null
  }[]
  readonly lastService: Day
}

/** Of a case with several clients the longest term counts: it is each one's record. (DR20, DR23) */
export function retentionOf(
  codes: readonly string[],
  { discipline, clients, lastService }: KeptCase,
  today: Day,
): RetentionAnswer {
  const rules = rulesFor(codes, discipline)
  let longest: Extract<KeptUntil, { kind: 'kept' }> | null = null
  for (const { birthDate, died } of clients) {
    const kept = keptUntil({ rules, birthDate, lastService, died })
    if (kept.kind !== 'kept') return { kind: kept.kind }
    if (!longest || kept.until > longest.until) longest = kept
  }
  if (!longest) return { kind: 'no-rule' }
  const { code, source } = longest.rule
  return { kind: 'kept', until: longest.until, isOver: today > longest.until, rule: { code, source } }
}

/** Who asked for the same case to be erased, as far as it was granted. */
export interface ErasureAsked {
  readonly person: PersonId
  readonly isGuardian: boolean
}

/** Whether every client of a case asked; a guardian asks for clients under eighteen. (DR23) */
export function everybodyAsked(
  clients: KeptCase['clients'],
  asked: readonly ErasureAsked[],
  today: Day,
): boolean {
  const byGuardian = asked.some(({ isGuardian }) => isGuardian)
  return clients.every(
    ({ person, birthDate }) =>
      asked.some((one) => one.person === person) || (byGuardian && isUnderAge(birthDate, today)),
  )
}

function isUnderAge(birthDate: Day | null, today: Day): boolean {
  if (birthDate === null) return false
  return today < `${String(Number(birthDate.slice(0, 4)) + 18).padStart(4, '0')}${birthDate.slice(4)}`
}

/** A fate as it is stored: what is to be erased is kept, held or due by what is known when it is read. (DR20) */
export type StoredFate = 'restricted' | 'to-erase' | 'shared' | 'erased' | 'lifted'

export function fateNow(stored: StoredFate, isHeld: boolean): CaseFate {
  if (stored !== 'to-erase') return stored
  return isHeld ? 'held' : 'kept'
}

/** Whether what was granted is done now: the days are over, and nothing forbids it. (DR24) */
export function isDue(stored: StoredFate, retention: RetentionAnswer, isHeld: boolean): boolean {
  const isAsked = stored === 'to-erase' || stored === 'shared'
  return isAsked && !isHeld && retention.kind === 'kept' && retention.isOver
}
