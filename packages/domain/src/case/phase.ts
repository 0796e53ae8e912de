import type { Discipline } from './discipline.js'

/**
 * The phases of a piece of work, in their usual order. A case may go back to an earlier one. (CL15)
 * Sources: Prochaska and DiClemente 1983 for work towards a change; Peplau 1952 for work in a relationship.
 */
export const PHASES = {
  change: ['commitment', 'process', 'change', 'termination'],
  working: ['orientation', 'working', 'termination'],
} as const

export type PhaseScheme = keyof typeof PHASES
export type CasePhase = (typeof PHASES)[PhaseScheme][number]

export const CASE_PHASES = [
  'orientation',
  'commitment',
  'working',
  'process',
  'change',
  'termination',
] as const

/** Massage and Reiki are told in the three phases of a working relationship, the others in the four of a change. */
export function schemeOf(discipline: Discipline): PhaseScheme {
  return discipline === 'massage' || discipline === 'reiki' ? 'working' : 'change'
}

/** The phases that a case of this discipline can be in, in their usual order. */
export function phasesOf(discipline: Discipline): readonly CasePhase[] {
  return PHASES[schemeOf(discipline)]
}
