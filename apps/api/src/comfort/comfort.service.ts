import { refusalOf } from '@accord/domain/access/may'
import type { Actor, ComfortOfClient } from '@accord/domain/access/subject'
import { whoMay } from '@accord/domain/access/who-may'
import { NO_COMFORT_WORDS } from '@accord/domain/case/comfort'
import { liveParties } from '@accord/domain/case/party'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId, LogId, PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { ComfortBody, ComfortProfile, ComfortProfiles } from '@accord/domain/rest/comfort'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { sqlStateOf } from '../database/failures.js'
import { KeyStore } from '../history/key-store.js'
import { openComfort, sealComfort } from './comfort-seal.js'
import { ComfortRepository, type ComfortVersion } from './comfort.repository.js'

const UNIQUE_VIOLATION = '23505'

/** What a profile is made of, apart from its version. */
interface Setting {
  readonly plan: LogId
  readonly people: ReadonlyMap<PersonId, PersonName>
}

/** How clients like things, in their own words. (CL18–CL21) */
@Injectable()
export class ComfortService {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly repository: ComfortRepository,
    private readonly keys: KeyStore,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<ComfortProfiles | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'case.read', facts)
    if (no || !facts) return no ?? refuse('not-found')
    const subjects = liveParties(facts.parties)
      .map(({ person }): ComfortOfClient => ({ kind: 'comfort', client: person, facts }))
      .filter((subject) => refusalOf(actor, 'comfort.read', subject) === null)
    const setting = await this.setting(facts)
    if (!setting) return refuse('not-found')
    const versions = await this.repository.latest(actor.clinic, caseId, actor.person)
    const profiles = subjects.map((subject) => {
      const version = versions.find(({ client }) => client === subject.client)
      return this.profile(subject, setting, version ?? null)
    })
    const inCase = whoMay('plan.read', { kind: 'case', facts })
    return { caseId, profiles, people: namedIn(setting, inCase) }
  }

  async write(
    actor: Actor,
    caseId: CaseId,
    client: PersonId,
    { after, words }: ComfortBody,
  ): Promise<ComfortProfile | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    if (!facts) return refuse('not-found')
    const subject: ComfortOfClient = { kind: 'comfort', client, facts }
    const no = refusalOf(actor, 'comfort.write', subject)
    if (no) return no
    const setting = await this.setting(facts)
    if (!setting) return refuse('not-found')
    const { clinic, person: by } = actor
    const key = this.keys.open(setting.plan)
    const at = this.clock.now()
    const stamp = { caseId, client, version: after + 1 }
    const sealed = sealComfort(words, stamp, key)
    const before = await this.repository.latest(clinic, caseId, by)
    if ((before.find((one) => one.client === client)?.version ?? 0) !== after) return refuse('words-changed')
    const added = { clinic, ...stamp, at: new Date(at), by, keyVersion: key.version, words: sealed }
    const won = await this.appended(this.repository.append(added))
    return won ? this.profile(subject, setting, { ...stamp, at, by, words: sealed }) : refuse('words-changed')
  }

  /** False when somebody saved the same version first: PostgreSQL keeps one. (CL19) */
  private async appended(work: Promise<void>): Promise<boolean> {
    try {
      await work
      return true
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return false
      throw error
    }
  }

  private async setting({ clinic, caseId }: CaseFacts): Promise<Setting | null> {
    const [plan, people] = await Promise.all([
      this.repository.planOf(clinic, caseId),
      this.access.peopleOfCase(clinic, caseId),
    ])
    return plan && { plan, people: new Map(people.map((one) => [one.person, one])) }
  }

  private profile(subject: ComfortOfClient, setting: Setting, latest: ComfortVersion | null): ComfortProfile {
    const { client, facts } = subject
    const { plan, people } = setting
    const nameOf = (id: PersonId) => people.get(id)?.name ?? ''
    const stamp = { caseId: facts.caseId, client, version: latest?.version ?? 0 }
    return {
      client,
      name: nameOf(client),
      version: stamp.version,
      changed: latest && { by: latest.by, name: nameOf(latest.by), at: latest.at },
      words: latest ? openComfort(latest.words, stamp, this.keys.open(plan)) : NO_COMFORT_WORDS,
      readers: namedIn(setting, whoMay('comfort.read', subject)),
      writers: namedIn(setting, whoMay('comfort.write', subject)),
    }
  }
}

function namedIn({ people }: Setting, ids: readonly PersonId[]): readonly PersonName[] {
  return ids.flatMap((id) => people.get(id) ?? [])
}
