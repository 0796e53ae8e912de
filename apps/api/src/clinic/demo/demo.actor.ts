import type { Actor } from '@accord/domain/access/subject'
import type { ClinicId } from '@accord/domain/ids'
import { rolesOf, type DemoIds, type DemoKey } from './people.js'

/** Somebody of the demo clinic, through their own app. */
export function demoActor(key: DemoKey, clinic: ClinicId, people: DemoIds): Actor {
  const roles = rolesOf(key)
  return { person: people[key], clinic, audience: roles.length > 0 ? 'console' : 'portal', roles }
}
