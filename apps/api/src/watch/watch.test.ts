import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { DataSource } from 'typeorm'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { aHouse } from '../../test/people.js'
import { HealthService } from '../health/health.service.js'
import { CheckpointService } from '../proof/checkpoint.service.js'

let api: TestApi
let origin: string

beforeAll(async () => {
  api = await startTestApi({ isWatched: true })
  origin = `http://127.0.0.1:${api.config.watch?.port}`
}, 30_000)
afterAll(() => api.stop())

async function look(path: string, method = 'GET') {
  const answer = await fetch(`${origin}${path}`, { method })
  return { status: answer.status, text: await answer.text() }
}

describe('the watch port', () => {
  it('[MP12] shows how much is going on, in numbers without a name, an id or a word', async () => {
    const house = await aHouse(api)
    const jonah = await openPlan(api, house, 'client', await planOf(api, house))
    const place = await startGoal(jonah, 'Unheard')
    type(jonah, place, 0, 'sleeplessness')
    await jonah.saved()
    const { status, text } = await look('/metrics')
    expect(status).toBe(200)
    const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
    expect(figure('accord_sockets')).toBe(1)
    expect(figure('accord_open_plans')).toBe(1)
    expect(figure('accord_entries_total')).toBe(2)
    expect(figure('accord_commit_seconds_count')).toBe(2)
    expect(figure('accord_batch_entries_sum')).toBe(2)
    expect(figure('accord_fan_out_seconds_count{source="own"}'.replace(/[{}]/g, '\\$&'))).toBe(2)
    expect(figure('accord_chain_verify_age_seconds')).toBeGreaterThanOrEqual(0)
    for (const name of [
      'quarantined_plans',
      'neighbours',
      'chain_contradicted_logs',
      'commit_failures_total',
    ])
      expect([name, figure(`accord_${name}`)]).toEqual([name, 0])
    expect(figure('accord_event_loop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|Unheard|sleepless/i)
    const labels = new Set([...text.matchAll(/[{,](\w+)=/g)].map(([, label]) => label))
    expect([...labels].sort()).toEqual(['le', 'source'])
    jonah.close()
  })

  it('[MP11] is reached from neither app’s origin, and answers nothing but questions', async () => {
    for (const path of ['/metrics', '/health/ready']) {
      for (const app of ['console', 'portal'] as const)
        expect((await api.ask(app, path)).text).not.toMatch(/accord_|"status"/)
    }
    expect((await look('/metrics', 'POST')).status).toBe(405)
    expect((await look('/elsewhere')).status).toBe(404)
  })

  it('[MP10] says that the process lives, and for what reason nobody should be sent to it', async () => {
    expect(await look('/health/live')).toEqual({ status: 200, text: '{"status":"live"}\n' })
    expect(await look('/health/ready')).toEqual({ status: 200, text: '{"status":"ready"}\n' })
    const reason = async () => {
      const { status, text } = await look('/health/ready')
      return [status, (JSON.parse(text) as { reason: string }).reason]
    }
    const away = Object.assign(new Error('nobody answers'), { code: 'ECONNREFUSED' })
    const query = jest.spyOn(api.app.get(DataSource), 'query').mockRejectedValue(away)
    expect(await reason()).toEqual([503, 'database-away'])
    query.mockRestore()
    const checkpoints = api.app.get(CheckpointService)
    const state = jest.spyOn(checkpoints, 'state').mockReturnValue({ kind: 'contradicted', logs: 1 })
    expect(await reason()).toEqual([503, 'history-contradicted'])
    // The apps go on, and say it in words. (HI15)
    expect((await api.ask('console', '/api/health/ready')).status).toBe(200)
    state.mockRestore()
    api.app.get(HealthService).drain()
    expect(await reason()).toEqual([503, 'draining'])
    expect((await look('/health/live')).status).toBe(200)
  })
})
