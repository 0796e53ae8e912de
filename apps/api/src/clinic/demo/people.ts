import type { StaffRole } from '@accord/domain/access/subject'
import type { Relation } from '@accord/domain/case/relation'
import type { PersonId } from '@accord/domain/ids'

/** One password for everybody in the demo clinic, which a real clinic cannot have. (ID6) */
export const DEMO_PASSWORD = 'alder-house-demo'
export const DEMO_CLINIC = 'Alder House Practice'

export const DEMO_PEOPLE = {
  mara: { name: 'Mara Lindqvist', email: 'mara@alderhouse.example', relation: 'practitioner' },
  ruth: { name: 'Ruth Adeyemi', email: 'ruth@alderhouse.example', relation: 'supervisor' },
  beth: { name: 'Beth Calloway', email: 'beth@alderhouse.example', relation: 'administrator' },
  hanna: { name: 'Hanna Weiss', email: 'hanna@alderhouse.example', relation: 'practitioner' },
  jonah: { name: 'Jonah Okafor', email: 'jonah@alderhouse.example', relation: 'client' },
  priya: { name: 'Priya Raman', email: 'priya@alderhouse.example', relation: 'client' },
  ines: { name: 'Ines Carvalho', email: 'ines@alderhouse.example', relation: 'client' },
  wren: { name: 'Wren Halloran', email: 'wren@alderhouse.example', relation: 'client' },
  samuel: { name: 'Samuel Adjei', email: 'samuel@alderhouse.example', relation: 'client' },
  tomasz: { name: 'Tomasz Zieliński', email: 'tomasz@alderhouse.example', relation: 'client' },
  ana: { name: 'Ana Ferreira', email: 'ana@alderhouse.example', relation: 'client' },
  luis: { name: 'Luis Ferreira', email: 'luis@alderhouse.example', relation: 'client' },
  ellis: { name: 'Ellis Novak', email: 'ellis@alderhouse.example', relation: 'client' },
  petra: { name: 'Petra Novak', email: 'petra@alderhouse.example', relation: 'guardian' },
  layla: { name: 'Layla Haddad', email: 'layla@alderhouse.example', relation: 'client' },
  grace: { name: 'Grace Mensah', email: 'grace@alderhouse.example', relation: 'client' },
  oscar: { name: 'Oscar Pryce', email: 'oscar@alderhouse.example', relation: 'client' },
} as const satisfies Record<
  string,
  { readonly name: string; readonly email: string; readonly relation: Relation }
>

export type DemoKey = keyof typeof DEMO_PEOPLE

export type DemoIds = Readonly<Record<DemoKey, PersonId>>

/** As what the clinic employs somebody; clients and guardians have no role. */
export function rolesOf(key: DemoKey): readonly StaffRole[] {
  const { relation } = DEMO_PEOPLE[key]
  return relation === 'client' || relation === 'guardian' ? [] : [relation]
}
