import type { DemoPerson } from '@accord/domain/rest/self'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { AppModule } from './app.module.js'
import { ClinicService, appOf } from './clinic/clinic.service.js'
import { ClinicRepository } from './clinic/clinic.repository.js'
import { DEMO_PASSWORD } from './clinic/demo/people.js'
import { seedDemo } from './clinic/demo/seed-demo.js'
import type { Clock } from './config/clock.js'
import type { Config } from './config/config.js'
import { addressOf } from './config/origins.js'
import { migrate } from './database/migrate.js'
import { HealthService } from './health/health.service.js'
import { furnish } from './http/house.js'
import type { Listeners } from './http/listeners.js'
import type { Logger } from './http/logging.js'
import { renewCertificate, securedOptions, type Secured } from './http/secured.js'
import { Passwords } from './identity/passwords.js'
import { useLiveSockets } from './live-plan/socket-adapter.js'
import { message } from './messages/message.js'
import { Neighbours } from './processes/neighbours.js'
import { CheckpointService } from './proof/checkpoint.service.js'
import { Escalations } from './safety/escalation.service.js'
import { SetUpService } from './set-up/set-up.service.js'
import { openWatch, type WatchServer } from './watch/watch-server.js'

/** What a person needs when everything stands: where, and as whom. */
export interface Ready {
  readonly console: string
  readonly portal: string
  readonly demo: null | { readonly password: string; readonly people: readonly DemoAccount[] }
  /** The one-time link with which a clinic begins; null where there is one already. (CL1) */
  readonly setup: null | { readonly link: string }
}

interface DemoAccount {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly app: 'console' | 'portal'
}

export interface Running {
  readonly app: NestExpressApplication
  readonly ready: Ready
  /** Takes nothing new, finishes what was begun, lets everything go. */
  readonly stop: () => Promise<void>
}

type Quietly = Readonly<Record<'bodyParser' | 'logger' | 'abortOnError', false>>

/** Nest neither reads bodies, nor logs, nor ends the process by itself. */
const QUIETLY: Quietly = {
  bodyParser: false,
  logger: false,
  abortOnError: false,
}

function optionsOf(secured: Secured | null): Quietly & Readonly<Partial<Record<'httpsOptions', Secured>>> {
  return secured ? { ...QUIETLY, httpsOptions: secured } : QUIETLY
}

/** What whoever starts the API brings along. */
export interface Surroundings {
  readonly logger: Logger
  readonly clock: Clock
  /** Hears what is being done. */
  readonly say: (step: string) => void
}

/** Starts the API: the database first, then the app, then the ports. */
export async function start(config: Config, { logger, clock, say }: Surroundings): Promise<Running> {
  const secured = securedOptions(config, clock)
  say(message('start.migrating'))
  for (const warning of await migrate(config)) logger.warn({ event: 'database', warning })
  if (config.demo) await seedDemo(config, logger, clock.now(), () => say(message('start.seeding')))
  const module = AppModule.with(config, logger, clock)
  const app = await NestFactory.create<NestExpressApplication>(module, optionsOf(secured))
  const listeners = furnish(app, config, logger, secured)
  useLiveSockets(app)
  try {
    await app.init()
    await app.get(Passwords).prepare()
    const watch = await openWatch(app, config, logger)
    app.get(Neighbours).begin()
    await listeners.listen()
    const endRenewing = renewCertificate(config, { clock, logger, servers: listeners.secure })
    app.get(CheckpointService).begin()
    app.get(Escalations).begin()
    const stop = () => {
      endRenewing()
      return drain(app, listeners, watch)
    }
    return { app, ready: await readyOf(app, config), stop }
  } catch (error) {
    await app.close()
    throw error
  }
}

/** Not ready, no new connections, everybody told, everything stored, and only then dark. (MP9) */
async function drain(app: NestExpressApplication, listeners: Listeners, watch: WatchServer): Promise<void> {
  app.get(HealthService).drain()
  const closed = listeners.close()
  await app.close()
  await closed
  await watch.close()
}

async function readyOf(app: NestExpressApplication, config: Config): Promise<Ready> {
  const [clinic] = await app.get(ClinicRepository).all()
  const people = clinic ? await app.get(ClinicService).demoPeople(clinic) : []
  return {
    console: addressOf(config.origins, 'console'),
    portal: addressOf(config.origins, 'portal'),
    demo: people.length > 0 ? { password: DEMO_PASSWORD, people: people.map(accountOf) } : null,
    setup: clinic ? null : { link: await setUpLink(app, config) },
  }
}

/** The token stands behind the hash, so that no server and no log is ever sent it. (CL1) */
async function setUpLink(app: NestExpressApplication, config: Config): Promise<string> {
  return `${addressOf(config.origins, 'console')}/set-up#${await app.get(SetUpService).newToken()}`
}

function accountOf(person: DemoPerson): DemoAccount {
  const { name, email, relation } = person
  return { name, email, role: message(`role.${relation}`), app: appOf(person) }
}
