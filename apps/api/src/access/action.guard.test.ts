import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ExecutionContext } from '@nestjs/common'
import { startTestApi, type TestApi } from '../../test/api.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { AppModule } from '../app.module.js'
import { AuditTrail } from '../audit/audit-trail.js'
import { SignInService } from '../identity/sign-in.service.js'
import { ActionGuard } from './action.guard.js'
import { declaresFresh } from './fresh.decorator.js'
import { doorsOf } from './undeclared.js'

let api: TestApi
let house: House

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
})
afterAll(() => api.stop())

/** Every way to ask, with what each asker is answered; the routes are compared with the router's own. */
const PATHS = {
  'IdentityController.me': '/api/me',
  'WaysController.read': '/api/me/ways',
  'IdentityController.present': '/api/sign-in',
  'ClinicController.greet': '/api/clinic',
  'ClinicController.settings': '/api/clinic/settings',
  'HealthController.live': '/api/health/live',
  'HealthController.ready': '/api/health/ready',
  'CaseController.list': '/api/cases',
  'AttentionController.read': '/api/attention',
} as const

/** What opens a log of one's own, and to whom. */
const OWN = [
  { name: 'OwnLogController.drafts', method: 'GET', path: 'drafts', for: ['client', 'practitioner'] },
  { name: 'OwnLogController.openDrafts', method: 'POST', path: 'drafts', for: ['client', 'practitioner'] },
  { name: 'OwnLogController.openPrivate', method: 'POST', path: 'private', for: ['practitioner'] },
] as const

async function askers() {
  return {
    nobody: { audience: 'console', cookie: '' },
    practitioner: { audience: 'console', cookie: await cookieFor(api, 'console', house.practitioner) },
    supervisor: { audience: 'console', cookie: await cookieFor(api, 'console', house.supervisor) },
    administrator: { audience: 'console', cookie: await cookieFor(api, 'console', house.administrator) },
    client: { audience: 'portal', cookie: await cookieFor(api, 'portal', house.client) },
    otherClient: { audience: 'portal', cookie: await cookieFor(api, 'portal', house.otherClient) },
  } as const
}

/**
 * Asked by every role in the tests of addendum/, alarms/, alliance/, audit/, barrier/, set-up/, welcome/, people/, case-file/, comfort/, consent/,
 * emergency/, ending/, guardian/, identity/, looks/, mail/, note/, process-note/, proof/, requests/, review/, session/ and takeout/.
 */
const OF_THE_DESK = [
  'history.export',
  'self.secure',
  'set-up',
  'welcome',
  'people.list',
  'people.manage',
  'people.import',
  'people.invite',
  'outbox.read',
  'outbox.send',
  'client.read',
  'client.write',
  'client.death',
  'case-file.read',
  'case-file.write',
  'phase.read',
  'phase.write',
  'reflection.read',
  'reflection.write',
  'consent.news',
  'reset-codes.read',
  'guardians.read',
  'guardian-rule.read',
  'guardian-rule.write',
  'process-note.read',
  'process-note.write',
  'call.read',
  'call.write',
  'call.own',
  'wording.read',
  'wording.write',
  'comfort.read',
  'comfort.write',
  'check-in.list',
  'check-in.read',
  'check-in.write',
  'alliance.read',
  'alliance.cues',
  'repair.write',
  'barrier.read',
  'barrier.write',
  'barrier.move',
  'thresholds.read',
  'thresholds.write',
  'questionnaire.list',
  'questionnaire.read',
  'questionnaire.write',
  'measures.read',
  'measures.ask',
  'instruments.read',
  'instruments.write',
  'safety.alerts',
  'safety.acknowledge',
  'safety-plan.read',
  'safety-plan.write',
  'urgent-numbers.read',
  'urgent-numbers.write',
  'emergency.find',
  'emergency.news',
  'emergency.open',
  'emergency.read',
  'emergency.end',
  'emergency.review',
  'note.unsigned',
  'note.read',
  'note.write',
  'note.co-sign',
  'note.print',
  'note.for-client',
  'note.reply',
  'note-form.read',
  'note-form.write',
  'looks.ask',
  'looks.answer',
  'review.read',
  'review.write',
  'review.for-client',
  'checklist.read',
  'checklist.write',
  'session.list',
  'session.read',
  'session.write',
  'session.take-part',
  'alarms.read',
  'alarms.report',
  'alarms.acknowledge',
  'consent.read',
  'consent.answer',
  'consent-texts.read',
  'consent-texts.write',
  'disclosure.read',
  'disclosure.write',
  'disclosure.print',
  'ending.read',
  'ending.print',
  'ending.write',
  'ending.begin',
  'ending.close',
  'reading-days.read',
  'reading-days.write',
  'addendum.read',
  'addendum.write',
  'takeout.make',
  'own-requests.read',
  'own-requests.write',
  'requests.count',
  'requests.read',
  'requests.answer',
  'retention.read',
  'retention.write',
  'hold.write',
  'restriction.lift',
  'audit.read',
  'audit.export',
]

/** Asked by every role in the tests of supervision/. */
const OF_SUPERVISION = [
  'queue.read',
  'supervision.list',
  'supervision.read',
  'supervision.write',
  'supervision.sign',
  'policy.read',
  'policy.write',
]

describe('who may ask what', () => {
  it('[AC1] every route at the door and about oneself answers as declared', async () => {
    for (const path of Object.values(PATHS)) {
      const open = ['/api/clinic', '/api/sign-in'].includes(path) || path.startsWith('/api/health/')
      for (const [who, { audience, cookie }] of Object.entries(await askers())) {
        const { status } = await api.ask(audience, path, { cookie })
        expect([path, who, status]).toEqual([path, who, open || who !== 'nobody' ? 200 : 401])
      }
    }
  })

  it('[AC2] [AC3] [AC5] a case is shown to its parties and its supervisor, and is absent for anybody else', async () => {
    const absent = '018f0000-0000-7000-8000-00000000dead'
    const expected = {
      nobody: 401,
      practitioner: 200,
      supervisor: 200,
      administrator: 404,
      client: 200,
      otherClient: 404,
    }
    const bodies = new Set<string>()
    for (const [who, { audience, cookie }] of Object.entries(await askers())) {
      const { status, text } = await api.ask(audience, `/api/cases/${house.case}`, { cookie })
      expect([who, status]).toEqual([who, expected[who as keyof typeof expected]])
      if (status === 404) bodies.add(text)
      if (who === 'nobody') continue
      const missing = await api.ask(audience, `/api/cases/${absent}`, { cookie })
      const nonsense = await api.ask(audience, '/api/cases/%27%20OR%201=1', { cookie })
      expect([missing.status, nonsense.status]).toEqual([404, 404])
      bodies.add(missing.text).add(nonsense.text)
    }
    expect(bodies.size).toBe(1)
  })

  it.each(OWN)(
    '[AC9] $method $path is answered to those who may have such a log, and is absent for anybody else',
    async (own) => {
      for (const [who, { audience, cookie }] of Object.entries(await askers())) {
        const question = own.method === 'POST' ? { cookie, body: {} } : { cookie }
        const { status } = await api.ask(audience, `/api/cases/${house.case}/${own.path}`, question)
        const other = who === 'nobody' ? 401 : 404
        expect([who, status]).toEqual([who, own.for.some((one) => one === who) ? 200 : other])
      }
    },
  )

  it('[AC2] a list holds the asker’s own cases and nobody else’s', async () => {
    const seen = async (audience: 'console' | 'portal', cookie: string) => {
      const { json } = await api.ask(audience, '/api/cases', { cookie })
      return (json as { cases: { caseId: string }[] }).cases.map(({ caseId }) => caseId).sort()
    }
    const both = [house.case, house.otherCase].sort()
    const all = await askers()
    expect(await seen('console', all.practitioner.cookie)).toEqual(both)
    expect(await seen('console', all.supervisor.cookie)).toEqual(both)
    expect(await seen('console', all.administrator.cookie)).toEqual([])
    expect(await seen('portal', all.client.cookie)).toEqual([house.case])
    expect(await seen('portal', all.otherClient.cookie)).toEqual([house.otherCase])
  })

  it('[AC2] a party whose part has ended finds the case gone at once', async () => {
    const cookie = await cookieFor(api, 'portal', house.otherClient)
    const ask = () => api.ask('portal', `/api/cases/${house.otherCase}`, { cookie })
    expect((await ask()).status).toBe(200)
    await api.owner.query('UPDATE case_party SET until = now() WHERE person_id = $1', [house.otherClient])
    expect((await ask()).status).toBe(404)
    await api.owner.query('UPDATE case_party SET until = NULL WHERE person_id = $1', [house.otherClient])
  })

  it('[AC1] a case is answered with what its schema names and nothing else', async () => {
    const { client } = await askers()
    const { json } = await api.ask(client.audience, `/api/cases/${house.case}`, { cookie: client.cookie })
    expect(Object.keys(json as object).sort()).toEqual(
      [
        'caseId',
        'closedAt',
        'confidential',
        'discipline',
        'goals',
        'openedAt',
        'people',
        'plan',
        'relation',
      ].sort(),
    )
    expect(json).toMatchObject({ relation: 'client', discipline: 'counselling', goals: [] })
    const { people } = json as { people: { person: string; relation: string }[] }
    expect(people.map(({ person, relation }) => [person, relation]).sort()).toEqual(
      [
        [house.practitioner, 'practitioner'],
        [house.client, 'client'],
        [house.supervisor, 'supervisor'],
      ].sort(),
    )
  })

  it('[AC1] every route of the API is asked in a test or declares an action about a case or a sign-in', () => {
    const asked = ['CaseController.read', 'IdentityController.confirm', ...OWN.map(({ name }) => name)]
    const known = new Set<string>([...Object.keys(PATHS), ...asked])
    const others = doorsOf(AppModule).filter(({ kind, name }) => kind === 'route' && !known.has(name))
    const inCase = [
      'sign-in',
      'sign-out',
      'plan.read',
      'plan.seen',
      'plan.write',
      'history.read',
      'looks.read',
    ]
    const elsewhere = [...inCase, ...OF_THE_DESK, ...OF_SUPERVISION]
    expect(others.filter(({ declared }) => !elsewhere.includes(declared ?? ''))).toEqual([])
  })

  it('[ID33] every export, every change of how one signs in, and an emergency ask for a fresh proof', () => {
    const without = doorsOf(AppModule).filter(({ declared, owner, key }) => {
      const handler = (owner.prototype as Readonly<Record<string, object>>)[key]
      const goesFar = declared === 'emergency.open' || (declared?.endsWith('.export') ?? false)
      return (goesFar || declared === 'self.secure') && !(handler && declaresFresh(handler))
    })
    const toSignOutAndToProve = ['freshOptions', 'refresh', 'endOthers', 'endDevice']
    expect(without.map(({ name }) => name).sort()).toEqual(
      toSignOutAndToProve.map((key) => `WaysController.${key}`).sort(),
    )
  })

  it('[ID33] [TO1] [DR17] whatever goes far asks for a fresh proof, each of them, and nothing else does', () => {
    const fresh = doorsOf(AppModule).filter(({ owner, key }) => {
      const handler = (owner.prototype as Readonly<Record<string, object>>)[key]
      return handler !== undefined && declaresFresh(handler)
    })
    expect(fresh.map(({ name }) => name).sort()).toEqual([
      'AuditController.file',
      'EmergencyController.open',
      ...['add', 'change', 'disable', 'enable', 'signOutEverywhere'].map((key) => `PeopleController.${key}`),
      'ProofController.bundle',
      ...['answer', 'lift', 'liftHold'].map((key) => `RequestsController.${key}`),
      'RetentionController.choose',
      'TakeoutController.make',
      ...['addPasskey', 'askForPasskey', 'beginCodeApp', 'changePassword', 'confirmCodeApp'].map(
        (key) => `WaysController.${key}`,
      ),
      ...['removeCodeApp', 'removePasskey'].map((key) => `WaysController.${key}`),
    ])
  })

  it('[AC1] a route without an action is refused at run time as well', async () => {
    class Planted {
      open(): string {
        return 'anybody'
      }
    }
    const guard = new ActionGuard(api.app.get(SignInService), api.app.get(AuditTrail, { strict: false }))
    const handler = Object.getOwnPropertyDescriptor(Planted.prototype, 'open')?.value as object
    const context = { getHandler: () => handler, getType: () => 'http' } as unknown as ExecutionContext
    await expect(guard.canActivate(context)).rejects.toMatchObject({ code: 'not-yours' })
  })
})
