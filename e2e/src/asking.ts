import type { APIRequestContext, Browser, BrowserContext } from '@playwright/test'

/** A browser of somebody's own at one of the apps, who also asks the API as its pages would. */
export interface Asking {
  readonly context: BrowserContext
  readonly origin: string
  readonly get: <Answer>(path: string) => Promise<Answer>
  readonly send: <Answer>(path: string, body?: object, method?: 'POST' | 'PUT') => Promise<Answer>
}

const PASSWORD = 'alder-house-demo'

/** Signs somebody of the demo clinic in without a page. */
export async function asking(browser: Browser, origin: string, name: string): Promise<Asking> {
  const viewport = { width: 1280, height: 900 }
  const context = await browser.newContext({ viewport })
  const { get, send } = askerOf(context.request, origin)
  await send('sign-in', { email: `${name}@alderhouse.example`, password: PASSWORD })
  return { context, origin, get, send }
}

function askerOf(request: APIRequestContext, origin: string): Pick<Asking, 'get' | 'send'> {
  const headers = { origin, 'content-type': 'application/json' }
  return {
    get: async <Answer>(path: string) => {
      const answer = await request.get(`${origin}/api/${path}`)
      if (!answer.ok()) throw new Error(`${path} was answered ${String(answer.status())}`)
      return (await answer.json()) as Answer
    },
    send: async <Answer>(path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST') => {
      const answer = await request.fetch(`${origin}/api/${path}`, { method, data: body, headers })
      if (!answer.ok())
        throw new Error(`${path} was answered ${String(answer.status())}: ${await answer.text()}`)
      const text = await answer.text()
      return (text === '' ? {} : JSON.parse(text)) as Answer
    },
  }
}
