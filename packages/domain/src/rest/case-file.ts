/**
 * The outside of a case [FHIR EpisodeOfCare]: who has a part in it, from when until when; nothing of what they wrote.
 * For administrators at the console. Every change is one transaction with its entry in the plan's log, and
 * takes hold at once on every process. (CL10–CL14)
 *
 * - `GET /api/case-files` → {@link CaseFiles}; `GET /api/case-files/:caseId` → {@link CaseFile}
 * - `POST /api/case-files` {@link OpenCaseBody} → 201 {@link CaseFile}
 * - `POST /api/case-files/:caseId/parties` {@link JoinBody} → {@link CaseFile}; with `insteadOf` that person's part ends in the same act
 * - `POST /api/case-files/:caseId/parties/end` {@link EndBody} → {@link CaseFile}
 * - `POST /api/case-files/:caseId/supervisors` {@link SuperviseBody} → {@link CaseFile}
 * - `POST /api/case-files/:caseId/supervisors/end` {@link EndBody} → {@link CaseFile}
 * - `POST /api/case-files/:caseId/close` and `…/reopen` → {@link CaseFile}
 *
 * Refused: 403 `not-yours`, 404 `not-found`, 409 `unfit-person` (unknown here, disabled, not of that role, or supervisor and
 * party at once), `already-exists` (has a part already), `last-party` (an open case has a client and a practitioner),
 * `case-closed`.
 *
 * The phase of the work, for the parties of the case and its supervisor; its practitioner changes it: (CL15)
 *
 * - `GET /api/cases/:caseId/phases` → {@link CasePhases}
 * - `POST /api/cases/:caseId/phases` {@link PhaseBody} → {@link CasePhases}; 400 `malformed` for a phase of another discipline
 */
import { z } from 'zod/mini'
import type { PartyRelation } from '../case/party.js'
import { DISCIPLINES, type Discipline } from '../case/discipline.js'
import { CASE_PHASES, phasesOf, type CasePhase } from '../case/phase.js'
import type { CaseId, PersonId } from '../ids.js'
import { id } from '../sync/shapes.js'

const person = id<PersonId>()
const RELATIONS = ['client', 'guardian', 'practitioner'] as const satisfies readonly PartyRelation[]
const partySchema = z.strictObject({ person, relation: z.enum(RELATIONS) })

/** Body of `POST /api/case-files`: at least one client and one practitioner, nobody twice. */
export const openCaseSchema = z
  .strictObject({
    discipline: z.enum(DISCIPLINES),
    parties: z.array(partySchema).check(z.minLength(2), z.maxLength(12)),
    supervisors: z.array(person).check(z.maxLength(6)),
    phase: z.enum(CASE_PHASES),
  })
  .check(
    z.refine(({ parties }) => parties.some(({ relation }) => relation === 'client')),
    z.refine(({ parties }) => parties.some(({ relation }) => relation === 'practitioner')),
    z.refine(({ parties, supervisors }) => {
      const everybody = [...parties.map((party) => party.person), ...supervisors]
      return new Set(everybody).size === everybody.length
    }),
    z.refine(({ discipline, phase }) => phasesOf(discipline).includes(phase)),
  )
export type OpenCaseBody = z.infer<typeof openCaseSchema>

export const joinSchema = z.strictObject({
  person,
  relation: z.enum(RELATIONS),
  insteadOf: z.nullable(person),
})
export type JoinBody = z.infer<typeof joinSchema>

export const superviseSchema = z.strictObject({ person, insteadOf: z.nullable(person) })
export type SuperviseBody = z.infer<typeof superviseSchema>

export const endSchema = z.strictObject({ person })
export type EndBody = z.infer<typeof endSchema>

/** Somebody's part in a case. Times in ms; `until` null while it lasts. */
export interface PartOfCase {
  readonly person: PersonId
  readonly name: string
  readonly relation: PartyRelation | 'supervisor'
  readonly since: number
  readonly until: number | null
}

export interface CaseFile {
  readonly caseId: CaseId
  readonly discipline: Discipline
  readonly openedAt: number
  readonly closedAt: number | null
  /** Parties first, then supervisors, each in the order in which they came; those whose part has ended included. */
  readonly people: readonly PartOfCase[]
}

/** Answer of `GET /api/case-files`: open ones first, then by the day of their opening, the latest first. */
export interface CaseFiles {
  readonly cases: readonly CaseFile[]
}

/** Body of `POST /api/cases/:caseId/phases`. The reason is read by the parties and the supervisor. */
export const phaseSchema = z.strictObject({
  phase: z.enum(CASE_PHASES),
  reason: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
})
export type PhaseBody = z.infer<typeof phaseSchema>

export interface PhaseChange {
  readonly phase: CasePhase
  /** In ms; it lasts until the next one's. */
  readonly since: number
  readonly by: { readonly person: PersonId; readonly name: string }
  readonly reason: string | null
}

/** Answer of `GET /api/cases/:caseId/phases`. */
export interface CasePhases {
  /** The phases that this case can be in, in their usual order. */
  readonly possible: readonly CasePhase[]
  /** In order of time; the last one is the present phase. Empty for a case of which nobody ever named one. */
  readonly history: readonly PhaseChange[]
}
