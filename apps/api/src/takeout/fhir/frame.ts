import type { PersonId } from '@accord/domain/ids'
import type { TakenCase } from '@accord/domain/rest/takeout'
import { idOf, optional, refTo, text, type Reference, type Resource } from './resource.js'

/** What every resource of a case points at. */
export interface Frame {
  readonly taken: TakenCase
  /** Whose record it is: the taker, or the first client where a guardian takes it. */
  readonly subject: Reference
  readonly practice: Reference
  readonly who: (person: PersonId) => Reference
}

export function frameOf(taken: TakenCase): Frame {
  const { people, you } = taken
  const client =
    you.relation === 'client' ? you.person : people.find(({ relation }) => relation === 'client')?.person
  const nameOf = (person: string) => people.find((one) => one.person === person)?.name
  const who = (person: PersonId) => refTo(person, nameOf(person))
  return {
    taken,
    subject: who(client ?? you.person),
    practice: refTo(idOf('practice', taken.practice), taken.practice),
    who,
  }
}

/** The people of a case, the practice and the case itself. */
export function frameResources({ taken, subject, practice }: Frame): readonly Resource[] {
  const { people, deaths, discipline, caseId, openedAt, closedAt } = taken
  const unique = [...new Map(people.map((one) => [one.person, one])).values()]
  return [
    { resourceType: 'Organization', id: idOf('practice', taken.practice), name: taken.practice },
    ...unique.map(({ person, name, relation }): Resource => {
      const named = { id: person, name: [text(name)] }
      const died = deaths.find((one) => one.person === person)?.day
      if (relation === 'client')
        return { resourceType: 'Patient', ...named, ...optional('deceasedDateTime', died ?? null) }
      if (relation === 'guardian') return { resourceType: 'RelatedPerson', ...named, patient: subject }
      return { resourceType: 'Practitioner', ...named }
    }),
    {
      ...{ resourceType: 'EpisodeOfCare', id: caseId, status: closedAt === null ? 'active' : 'finished' },
      ...{ type: [text(discipline)], patient: subject, managingOrganization: practice },
      period: {
        start: new Date(openedAt).toISOString(),
        ...optional('end', closedAt === null ? null : new Date(closedAt).toISOString()),
      },
    },
  ]
}
