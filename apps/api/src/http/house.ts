import type { NestExpressApplication } from '@nestjs/platform-express'
import type { Config } from '../config/config.js'
import { securityHeaders } from './content-security.js'
import { gatekeeper } from './gatekeeper.js'
import { twoListeners, type Listeners } from './listeners.js'
import { requestLog, type Logger } from './logging.js'
import type { Secured } from './secured.js'
import { staticFiles } from './static-files.js'
import { violations } from './violations.js'

/**
 * Puts up what stands before every route, in this order: log, headers, reports of browsers,
 * gatekeeper, files, body. The app has to be
 * made with `bodyParser: false`.
 */
export function furnish(
  app: NestExpressApplication,
  config: Config,
  logger: Logger,
  secured: Secured | null,
): Listeners {
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustedProxies)
  app.set('etag', false)
  app.use(requestLog(logger))
  app.use(securityHeaders(config.origins))
  app.use(violations(config, logger))
  app.use(gatekeeper(config.origins))
  app.use(staticFiles(config.webRoots))
  const limit = config.limits.bodyBytes
  // No page of the apps sends anything compressed, and what is sent so can be far larger than it looks. (FT7)
  app.useBodyParser('json', { limit, strict: true, inflate: false, type: 'application/json' })
  return twoListeners(app.getHttpServer(), config, secured)
}
