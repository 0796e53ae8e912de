import type { Discipline } from '@accord/domain/rest/case'

/** In the order in which they are offered. */
export const DISCIPLINES: readonly Discipline[] = ['psychotherapy', 'counselling', 'massage', 'reiki']
