/** What a clinic offers. */
export const DISCIPLINES = ['psychotherapy', 'counselling', 'massage', 'reiki'] as const

export type Discipline = (typeof DISCIPLINES)[number]
