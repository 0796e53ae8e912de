import pg from 'pg'
import { DataSource } from 'typeorm'
import { appDriver } from './app-driver.js'
import { PatientClient } from './patient-client.js'
import { CreatePeople20261121090000 } from './migrations/20261121090000-create-people.js'
import { CreateLogs20261121091000 } from './migrations/20261121091000-create-logs.js'
import { SeparateOwnLogs20261122010000 } from './migrations/20261122010000-separate-own-logs.js'
import { CreateClinicDesk20261122011000 } from './migrations/20261122011000-create-clinic-desk.js'
import { CreatePlanSeen20261122020000 } from './migrations/20261122020000-create-plan-seen.js'
import { FollowReplays20261122030000 } from './migrations/20261122030000-follow-replays.js'
import { KeepConfidence20261122040000 } from './migrations/20261122040000-keep-confidence.js'
import { ReadHeads20261122050000 } from './migrations/20261122050000-read-heads.js'
import { KeepSupervision20261122070000 } from './migrations/20261122070000-keep-supervision.js'
import { CreateComfortProfiles20261122080000 } from './migrations/20261122080000-create-comfort-profiles.js'
import { OpenReviews20261122060000 } from './migrations/20261122060000-open-reviews.js'
import { CreateSessions20261122091000 } from './migrations/20261122091000-create-sessions.js'
import { KeepSessionBoards20261122150000 } from './migrations/20261122150000-keep-session-boards.js'
import { RememberRestorations20261122120000 } from './migrations/20261122120000-remember-restorations.js'
import { AskHowItWas20261122160000 } from './migrations/20261122160000-ask-how-it-was.js'
import { ChainAudit20261122170000 } from './migrations/20261122170000-chain-audit.js'
import { AskForOnesRecord20261124020000 } from './migrations/20261124020000-ask-for-ones-record.js'
import { AskQuestionnaires20261122220000 } from './migrations/20261122220000-ask-questionnaires.js'
import { KeepPeopleSafe20261122220100 } from './migrations/20261122220100-keep-people-safe.js'
import { DateThresholds20261122220200 } from './migrations/20261122220200-date-thresholds.js'
import { KeepNotes20261122210000 } from './migrations/20261122210000-keep-notes.js'
import { BreakTheGlass20261123070000 } from './migrations/20261123070000-break-the-glass.js'
import { AskForConsent20261123020000 } from './migrations/20261123020000-ask-for-consent.js'
import { KeepEndings20261123040000 } from './migrations/20261123040000-keep-endings.js'
import { NameBarriers20261123030000 } from './migrations/20261123030000-name-barriers.js'
import { ReflectAndReword20261122230000 } from './migrations/20261122230000-reflect-and-reword.js'
import { AskAboutLooks20261122090000 } from './migrations/20261122090000-ask-about-looks.js'
import { SeeSessionsInLists20261123060000 } from './migrations/20261123060000-see-sessions-in-lists.js'
import { FollowNoteReaders20261123060100 } from './migrations/20261123060100-follow-note-readers.js'
import { FindWhoLeft20261122190000 } from './migrations/20261122190000-find-who-left.js'
import { FindSignIns20261122140000 } from './migrations/20261122140000-find-sign-ins.js'
import { VersionSupervisionPolicy20261122100000 } from './migrations/20261122100000-version-supervision-policy.js'
import { QueueMail20261123080100 } from './migrations/20261123080100-queue-mail.js'
import { ProveIdentity20261123080200 } from './migrations/20261123080200-prove-identity.js'
import { AppendByFunction20261122200000 } from './migrations/20261122200000-append-by-function.js'
import { AddToRecords20261125010000 } from './migrations/20261125010000-add-to-records.js'
import { AccountForDisclosures20261124040200 } from './migrations/20261124040200-account-for-disclosures.js'
import { EndGuardians20261124040100 } from './migrations/20261124040100-end-guardians.js'
import { ShareResetCodes20261124040300 } from './migrations/20261124040300-share-reset-codes.js'
import { KeepProcessNotes20261124040000 } from './migrations/20261124040000-keep-process-notes.js'
import { TellOfAlarms20261122101000 } from './migrations/20261122101000-tell-of-alarms.js'
import { LetClientsReply20261124030000 } from './migrations/20261124030000-let-clients-reply.js'
import { EraseCases20261124010000 } from './migrations/20261124010000-erase-cases.js'
import { EraseByFunction20261124010100 } from './migrations/20261124010100-erase-by-function.js'
import { ErasePeople20261124010200 } from './migrations/20261124010200-erase-people.js'
import { ReadRepliesInEmergencies20261125020300 } from './migrations/20261125020300-read-replies-in-emergencies.js'
import { FindSignInsOneByOne20261125020400 } from './migrations/20261125020400-find-sign-ins-one-by-one.js'
import { RestrictPrivatePages20261125020000 } from './migrations/20261125020000-restrict-private-pages.js'
import { NoteDeaths20261125020200 } from './migrations/20261125020200-note-deaths.js'
import { SendFarewells20261125020100 } from './migrations/20261125020100-send-farewells.js'

/** What it takes to reach the database. */
export interface DatabaseSettings {
  /** The owner's address. */
  readonly databaseUrl: string
  /** Absolute. Holds the keys. */
  readonly dataDir: string
}

const APP_ROLE = 'accord_app'

/** How long the application waits for PostgreSQL, in ms. */
export const APP_TIMEOUTS = {
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 10_000,
}

const MIGRATIONS = [
  CreatePeople20261121090000,
  CreateLogs20261121091000,
  SeparateOwnLogs20261122010000,
  CreateClinicDesk20261122011000,
  CreatePlanSeen20261122020000,
  FollowReplays20261122030000,
  KeepConfidence20261122040000,
  ReadHeads20261122050000,
  KeepSupervision20261122070000,
  CreateComfortProfiles20261122080000,
  OpenReviews20261122060000,
  AskAboutLooks20261122090000,
  CreateSessions20261122091000,
  VersionSupervisionPolicy20261122100000,
  TellOfAlarms20261122101000,
  RememberRestorations20261122120000,
  FindSignIns20261122140000,
  KeepSessionBoards20261122150000,
  AskHowItWas20261122160000,
  ChainAudit20261122170000,
  AskQuestionnaires20261122220000,
  KeepPeopleSafe20261122220100,
  DateThresholds20261122220200,
  KeepNotes20261122210000,
  AskForConsent20261123020000,
  NameBarriers20261123030000,
  AppendByFunction20261122200000,
  FindWhoLeft20261122190000,
  BreakTheGlass20261123070000,
  ReflectAndReword20261122230000,
  KeepEndings20261123040000,
  SeeSessionsInLists20261123060000,
  FollowNoteReaders20261123060100,
  QueueMail20261123080100,
  ProveIdentity20261123080200,
  EraseCases20261124010000,
  EraseByFunction20261124010100,
  ErasePeople20261124010200,
  AskForOnesRecord20261124020000,
  LetClientsReply20261124030000,
  KeepProcessNotes20261124040000,
  EndGuardians20261124040100,
  AccountForDisclosures20261124040200,
  ShareResetCodes20261124040300,
  AddToRecords20261125010000,
  RestrictPrivatePages20261125020000,
  SendFarewells20261125020100,
  NoteDeaths20261125020200,
  ReadRepliesInEmergencies20261125020300,
  FindSignInsOneByOne20261125020400,
]

/** The names of all migrations that this Accord knows. */
export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map((migration) => migration.name)

/**
 * The owner's connection: for migrations, the verifier, backups, never for answering anybody.
 * @param only the names of the migrations that it runs; all where they are not named
 */
export function ownerDataSource(databaseUrl: string, only?: readonly string[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    poolSize: 2,
    connectTimeoutMS: 10_000,
    migrations: MIGRATIONS.filter((migration) => !only || only.includes(migration.name)),
    migrationsTransactionMode: 'all',
    applicationName: 'accord-owner',
    extra: { Client: PatientClient },
  })
}

/** The application's connections, as a role that owns nothing. */
export function appDataSource(settings: DatabaseSettings, poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url: appAddress(settings),
    driver: { ...pg, ...appDriver(settings.dataDir) },
    poolSize,
    connectTimeoutMS: 5_000,
    applicationName: 'accord-app',
    // Compiling a statement pays for the long questions of reports; pages ask short ones, of many rows at a time. What is
    // asked without waiting for the answer before is sent at once (readAtOnce).
    extra: { ...APP_TIMEOUTS, options: '-c jit=off', pipeline: true },
  })
}

/** The application's address: the owner's with another role, whose password only {@link appDriver} knows. */
export function appAddress({ databaseUrl }: DatabaseSettings): string {
  const url = new URL(databaseUrl)
  url.username = APP_ROLE
  url.password = ''
  return url.href
}
