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
  'set-up',
  'welcome',
  'clinic.read',
  'people.list',
  'people.manage',
  'people.import',
  'people.invite',
  'client.read',
  'client.write',
  'case-file.read',
  'case-file.write',
  'phase.read',
  'phase.write',
] as const

export type Action = (typeof ACTIONS)[number]
