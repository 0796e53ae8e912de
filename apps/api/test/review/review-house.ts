import type { Audience } from '@accord/domain/access/subject'
import type { LogId } from '@accord/domain/ids'
import type { ReplayBegun } from '@accord/domain/rest/record'
import type { ReviewView } from '@accord/domain/rest/review'
import { newUuid } from '../../src/history/new-uuid.js'
import { startTestApi } from '../api.js'
import { openPlan, planOf, startGoal, type } from '../live/clients.js'
import { createPerson } from '../live/clinic.js'
import { aHouse, cookieFor } from '../people.js'

const WHO = [
  'practitioner',
  'supervisor',
  'otherSupervisor',
  'administrator',
  'client',
  'guardian',
  'otherClient',
] as const
export type Who = (typeof WHO)[number]

const appOf = (who: Who): Audience =>
  who === 'client' || who === 'guardian' || who === 'otherClient' ? 'portal' : 'console'

export type ReviewHouse = Awaited<ReturnType<typeof aReviewHouse>>

/** A clinic whose case has a plan with some words in it, and everybody signed in. */
export async function aReviewHouse() {
  const api = await startTestApi({ limits: { attemptsPerAccount: 90, attemptsPerAddress: 2_000 } })
  const { otherSupervisor, guardian } = await moreRoles(api)
  const house = { ...(await aHouse(api)), otherSupervisor, guardian }
  const { clinic } = house
  await api.owner.query('UPDATE membership SET clinic_id = $1 WHERE person_id = ANY ($2)', [
    clinic,
    [otherSupervisor, guardian],
  ])
  await api.owner.query(
    `INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, 'guardian', now())`,
    [clinic, house.case, guardian],
  )
  const plan = await planOf(api, house)
  const { goal } = await someWords(api, house, plan)
  const cookies = new Map<Who, string>()
  for (const who of WHO) cookies.set(who, await cookieFor(api, appOf(who), house[who]))
  const ask = (who: Who, path: string, body?: unknown, method?: string) =>
    api.ask(appOf(who), path, {
      cookie: cookies.get(who) ?? '',
      ...(body === undefined ? {} : { body }),
      ...(method === undefined ? {} : { method }),
    })
  const review = `/api/cases/${house.case}/review`
  const act = (who: Who, what: object) => ask(who, `${review}/acts`, { id: newUuid(Date.now()), ...what })
  const view = async (who: Who) => (await ask(who, review)).json as ReviewView
  const open = async (who: Who) =>
    ((await ask(who, `/api/plans/${plan}/replays`, { goal: null })).json as ReplayBegun).replay
  /** The place of an entry of the plan, as the database has it. */
  const placeOf = async (seq: number) => {
    const rows: { hash: string }[] = await api.owner.query(
      `SELECT encode(hash, 'hex') AS hash FROM entry WHERE log_id = $1 AND seq = $2`,
      [plan, seq],
    )
    return { plan, seq, hash: rows[0]?.hash ?? '' }
  }
  const write = (words: string) => moreWords(api, house, plan, words)
  return { api, house, plan, goal, ask, act, view, open, placeOf, write, review }
}

/** People whom the ordinary house does not have; they move in when it stands. */
async function moreRoles(api: Awaited<ReturnType<typeof startTestApi>>) {
  const clinic = newUuid(Date.now())
  await api.owner.query('INSERT INTO clinic (clinic_id, name) VALUES ($1, $2)', [clinic, 'Elsewhere'])
  const at = clinic as Parameters<typeof createPerson>[1]
  return {
    otherSupervisor: await createPerson(api.owner, at, ['supervisor']),
    guardian: await createPerson(api.owner, at, []),
  }
}

type Api = Awaited<ReturnType<typeof startTestApi>>
type House = Awaited<ReturnType<typeof aHouse>>

async function someWords(api: Api, house: House, plan: LogId) {
  const client = await openPlan(api, house, 'client', plan)
  const place = await startGoal(client)
  for (const words of ['slept ', 'by ', 'eleven']) {
    type(client, place, client.text(place).length, words)
    await client.saved()
  }
  client.close()
  return place
}

async function moreWords(api: Api, house: House, plan: LogId, words: string): Promise<void> {
  const client = await openPlan(api, house, 'client', plan)
  const place = await startGoal(client, 'More')
  type(client, place, 0, words)
  await client.saved()
  client.close()
}
