/** Everything that can be asked of the API. A route or event must name one of these, or the build fails. (AC1) */
export const ACTIONS = [
  'sign-in',
  'sign-out',
  'self.read',
  'clinic.greet',
  'health.read',
  'case.list',
  'case.read',
  'plan.read',
  'plan.write',
  'plan.look',
  'history.read',
  'attention.read',
  'plan.seen',
  'looks.read',
] as const

export type Action = (typeof ACTIONS)[number]
