import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Audience } from '@accord/domain/access/subject'
import express, { type NextFunction, type Request, type Response } from 'express'
import type { Config } from '../config/config.js'
import { audienceOf } from './audience.js'
import { policyOf } from './content-security.js'
import { isApi } from './gatekeeper.js'

const NONCE = /__CSP_NONCE__/g
/** Vite writes a hash of the content into the names of what it puts there. */
const HASHED = /[\\/]assets[\\/][^\\/]+-[\w-]{8,}\.\w+$/

/** Serves each app's built files at its own port; whatever is no file is a page of the app. */
export function staticFiles(webRoots: Config['webRoots']) {
  const apps = { console: appAt(webRoots.console), portal: appAt(webRoots.portal) }
  return (request: Request, response: Response, next: NextFunction): void => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads || isApi(request) || request.path.startsWith('/socket.io')) {
      next()
      return
    }
    const audience: Audience = audienceOf(request)
    apps[audience](request, response, next)
  }
}

function appAt(root: string) {
  const files = express.static(root, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: cacheHeaders,
  })
  const page = pageAt(root)
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!path.basename(request.path).includes('.') || request.path === '/index.html') {
      page(response, next)
      return
    }
    files(request, response, next)
  }
}

function cacheHeaders(response: { setHeader: (name: string, value: string) => unknown }, file: string): void {
  response.setHeader('Cache-Control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache')
}

/** The app's one page, with a nonce made for this answer alone. */
function pageAt(root: string) {
  const file = path.join(root, 'index.html')
  let kept: { readonly changed: number; readonly html: string } | null = null
  const read = (): string => {
    const changed = statSync(file).mtimeMs
    if (kept?.changed !== changed) kept = { changed, html: readFileSync(file, 'utf8') }
    return kept.html
  }
  return (response: Response, next: NextFunction): void => {
    if (!existsSync(file)) {
      next()
      return
    }
    const nonce = randomBytes(16).toString('base64')
    response.setHeader('Content-Security-Policy', policyOf(nonce))
    response.setHeader('Cache-Control', 'no-store')
    response.type('html').send(read().replace(NONCE, nonce))
  }
}
