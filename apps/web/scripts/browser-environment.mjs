// jsdom, with what every browser has and jsdom lacks; the router makes requests, the domain makes hashes.
import { TestEnvironment } from 'jest-environment-jsdom'

const { AbortController, AbortSignal, Headers, Request, Response, TextDecoder, TextEncoder } = globalThis

export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    Object.assign(this.global, {
      AbortController,
      AbortSignal,
      Headers,
      Request,
      Response,
      TextDecoder,
      TextEncoder,
    })
  }
}
