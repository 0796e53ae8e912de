import type { Actor } from '@accord/domain/access/subject'
import { liveParties } from '@accord/domain/case/party'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId, PersonId } from '@accord/domain/ids'
import type { AlarmRole, AlarmTold } from '@accord/domain/rest/alarms'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { AlarmRows, type AlarmRow } from './alarm-rows.repository.js'

/** Whom alarms are for, and how everybody named in them is called. */
export interface AlarmPeople {
  readonly factsOf: (caseId: CaseId) => CaseFacts | undefined
  readonly nameOf: (person: PersonId) => string
  readonly toldOf: (row: AlarmRow) => readonly AlarmTold[]
}

/** Finds out whom alarms are for now: those who see to a case, and for plans those who run the clinic. (HI22) */
@Injectable()
export class AlarmReaders {
  constructor(
    private readonly rows: AlarmRows,
    private readonly access: AccessService,
  ) {}

  async of({ clinic }: Actor, rows: readonly AlarmRow[]): Promise<AlarmPeople> {
    const cases = [...new Set(rows.map(({ case_id: caseId }) => caseId))]
    const found = await Promise.all(cases.map((one) => this.access.factsOfCase(clinic, one)))
    const facts = new Map(found.flatMap((one) => (one ? [[one.caseId, one] as const] : [])))
    const administrators = rows.length === 0 ? [] : await this.rows.administrators(clinic)
    const meant = (row: AlarmRow) => {
      const desk = row.audience === 'plan' ? administrators.map(({ person }) => person) : []
      return rolesOf(facts.get(row.case_id), desk)
    }
    const named = rows.flatMap((row) => [...namedIn(row), ...meant(row).keys()])
    const clients = [...facts.values()].flatMap(({ parties }) => parties.map(({ person }) => person))
    const names = await this.rows.names(clinic, [...new Set([...named, ...clients])])
    const nameOf = (person: PersonId) => names.get(person) ?? ''
    return {
      factsOf: (caseId) => facts.get(caseId),
      nameOf,
      toldOf: (row) => toldOf(row, meant(row), nameOf),
    }
  }
}

function namedIn({ reporter, notices, acknowledged }: AlarmRow): readonly PersonId[] {
  const told = [...notices, ...acknowledged].map(({ person }) => person)
  return reporter === null ? told : [reporter, ...told]
}

/** Somebody with two parts is named by the one nearest to the case. */
function rolesOf(
  facts: CaseFacts | undefined,
  administrators: readonly PersonId[],
): ReadonlyMap<PersonId, AlarmRole> {
  const practitioners = liveParties(facts?.parties ?? []).filter(
    ({ relation }) => relation === 'practitioner',
  )
  return new Map<PersonId, AlarmRole>([
    ...administrators.map((person) => [person, 'administrator'] as const),
    ...(facts?.supervisors ?? []).map((person) => [person, 'supervisor'] as const),
    ...practitioners.map(({ person }) => [person, 'practitioner'] as const),
  ])
}

function toldOf(
  { notices }: AlarmRow,
  roles: ReadonlyMap<PersonId, AlarmRole>,
  nameOf: (person: PersonId) => string,
): readonly AlarmTold[] {
  const told = notices.map(({ person, at }) => {
    return { person, name: nameOf(person), as: roles.get(person) ?? null, at }
  })
  const others = [...roles].filter(([person]) => !notices.some((notice) => notice.person === person))
  return [...told, ...others.map(([person, as]) => ({ person, name: nameOf(person), as, at: null }))]
}
