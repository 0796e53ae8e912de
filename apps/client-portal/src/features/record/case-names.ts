import type { CaseSummary } from '@accord/domain/rest/case'

/** With whom a case is, for telling several apart. */
export function practitionersOf({ people }: CaseSummary): readonly string[] {
  return people.flatMap(({ relation, name }) => (relation === 'practitioner' ? [name] : []))
}
