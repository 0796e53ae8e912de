import { describe, expect, it } from '@jest/globals'
import { readConfig } from './config.js'
import { mustStartTls } from './private-way.js'

const HERE = 'postgresql://owner:hush@127.0.0.1:5433/accord'
const start = (env: Readonly<Record<string, string>>) => readConfig({ DATABASE_URL: HERE, ...env })

describe('the way to another machine', () => {
  it.each([
    ['DATABASE_URL', 'postgresql://owner:hush@db.example/accord'],
    ['DATABASE_URL', 'postgresql://owner:hush@db.example/accord?sslmode=disable'],
    ['DATABASE_URL', 'postgresql://owner:hush@db.example/accord?sslmode=prefer'],
    ['DATABASE_URL', 'postgresql://owner:hush@db.example/accord?sslmode=no-verify'],
    ['DATABASE_URL', 'postgresql://owner:hush@db.example/accord?sslmode=verify-full&uselibpqcompat=true'],
    ['DATABASE_URL', 'postgresql://owner:hush@localhost/accord?host=10.0.0.9'],
    ['DATABASE_URL', 'postgresql://owner:hush@127.evil.example/accord'],
    ['REDIS_URL', 'redis://a:hush@redis.example:6379/0'],
    ['ACCORD_SMTP_URL', 'smtp://a:hush@mail.example:587/?ignoreTLS=true'],
    ['ACCORD_SMTP_URL', 'smtps://a:hush@mail.example/?tls.rejectUnauthorized=false'],
    ['CONSOLE_ORIGIN', 'http://console.example'],
    ['PORTAL_ORIGIN', 'https://portal.example, http://portal.example'],
  ])('[HD14] is refused at the start where others could read it: %s=%s', (variable, value) => {
    const env = { ACCORD_MAIL_FROM: 'practice@example.org', [variable]: value }
    expect(() => start(env)).toThrow(`${variable} leads to another machine`)
    expect(() => start(env)).not.toThrow('hush')
    expect(() => start({ ...env, ACCORD_PRIVATE_NETWORK: '1' })).not.toThrow()
  })

  it.each([
    ['DATABASE_URL', 'postgresql://owner:hush@db.example/accord?sslmode=verify-full'],
    ['DATABASE_URL', 'postgresql://owner@localhost/accord?host=/var/run/postgresql'],
    ['DATABASE_URL', 'postgresql://owner:hush@[::1]:5432/accord'],
    ['REDIS_URL', 'rediss://a:hush@redis.example:6380/0'],
    ['REDIS_URL', 'redis://127.0.0.1:6379'],
    ['ACCORD_SMTP_URL', 'smtp://a:hush@mail.example:587'],
    ['CONSOLE_ORIGIN', 'https://console.example'],
    ['PORTAL_ORIGIN', 'http://localhost:4001'],
  ])('[HD14] is taken where it is closed, or leads nowhere: %s=%s', (variable, value) => {
    expect(start({ ACCORD_MAIL_FROM: 'practice@example.org', [variable]: value }).host).toBe('127.0.0.1')
  })

  it('[HD14] to a mail server changes to TLS before anything is said', () => {
    const urls = ['smtp://mail.example', 'smtps://mail.example', 'smtp://127.0.0.1:25', 'smtp://localhost']
    expect(urls.map(mustStartTls)).toEqual([true, false, false, false])
  })
})
