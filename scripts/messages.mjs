/**
 * Every sentence that the house says to a person at the terminal. One place, so that a word is changed once.
 * Failures are one sentence each [HO2]; none of them carries a password [HO3].
 */
export const messages = {
  nodeTooOld: (/** @type {string} */ found, /** @type {string} */ needed) =>
    `Accord needs Node ${needed} or later, and this is Node ${found}: install a newer Node and try again.`,

  installing: () => 'Installing the packages …',
  installed: (/** @type {number} */ seconds) => `Installed the packages in ${seconds} s.`,
  noNetwork: () =>
    'The packages could not be downloaded because the package registry was not reached: check the network and try again.',
  lockOutOfStep: () =>
    'package-lock.json does not match the package.json files: run "npm install" and commit the lock file.',
  installFailed: (/** @type {string} */ log) =>
    `Installing the packages failed: the whole of it is in ${log}.`,

  building: () => 'Building what has changed …',
  built: (/** @type {number} */ seconds) => `Built in ${seconds} s.`,
  buildFailed: () => 'The build failed: the lines above say where.',
  nothingToServe: (/** @type {string} */ entry) =>
    `There is no server to start at ${entry}: the build did not produce it.`,

  badPort: (/** @type {string} */ variable, /** @type {string} */ value) =>
    `${variable} is "${value}", which is not a port: it takes a whole number from 1 to 65535.`,
  samePorts: (/** @type {number} */ port) =>
    `PORT and PORTAL_PORT are both ${port}, and the console and the portal need one each.`,
  portTaken: (/** @type {number} */ port, /** @type {string} */ variable, /** @type {number} */ other) =>
    `Port ${port} is in use by another program: stop that program, or choose another port with ${variable}=${other}.`,
  portForbidden: (/** @type {number} */ port, /** @type {string} */ variable) =>
    `Port ${port} may not be opened by this user: choose one above 1023 with ${variable}.`,

  alreadyRunning: (/** @type {number} */ pid, /** @type {string} */ directory) =>
    `Accord is already running on ${directory} (process ${pid}): stop it first, or set ACCORD_DATA_DIR to another directory.`,
  stoppingLeftApi: (/** @type {number} */ pid) =>
    `Stopping the server that an earlier start left behind (process ${pid}) …`,
  notWritable: (/** @type {string} */ path) =>
    `This user may not write to ${path}: change its owner, or set ACCORD_DATA_DIR to another directory.`,
  diskFull: (/** @type {string} */ path) =>
    `The disk that holds ${path} is full: free some space and start again.`,

  creatingCluster: () => 'Creating the database …',
  startingPostgres: () => 'Starting PostgreSQL …',
  adoptedPostgres: (/** @type {number} */ port) =>
    `Took over the PostgreSQL that was already running on port ${port}.`,
  retryingPostgres: () => 'PostgreSQL is not ready yet after an earlier crash, trying again …',
  stoppingStuckPostgres: () => 'The PostgreSQL left behind does not answer, stopping it first …',
  noBinaries: (/** @type {string} */ platform) =>
    `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 16 or later.`,
  foreignCluster: (/** @type {string} */ directory) =>
    `The database in ${directory} belongs to another user: start Accord as that user, or set ACCORD_DATA_DIR to another directory.`,
  clusterVersion: (
    /** @type {string} */ directory,
    /** @type {string} */ found,
    /** @type {string} */ needed,
  ) =>
    `The database in ${directory} was made by PostgreSQL ${found} and this is ${needed}: set ACCORD_DATA_DIR to another directory, or go back to the Accord that made it.`,
  noUserForPostgres: (/** @type {string} */ directory) =>
    `PostgreSQL refuses to run as root and no other user can enter ${directory}: start Accord as an ordinary user, or set DATABASE_URL.`,
  passwordLost: (/** @type {string} */ file) =>
    `The password of the embedded database is missing (${file}): put that file back, or run "npm run demo:reset" to begin anew.`,
  postgresNotStarted: (/** @type {string} */ log) =>
    `PostgreSQL did not start within 30 s: its own words are in ${log}.`,
  postgresNotStopped: (/** @type {string} */ directory) =>
    `PostgreSQL in ${directory} did not stop within 30 s.`,
  postgresGone: (/** @type {string} */ log) => `PostgreSQL ended unexpectedly: its own words are in ${log}.`,
  initdbFailed: (/** @type {string} */ log) =>
    `Creating the database failed: PostgreSQL's own words are in ${log}.`,

  checkingDatabase: () => 'Checking the database that DATABASE_URL names …',
  databaseUrlUnreadable: () =>
    'DATABASE_URL cannot be read: it should look like postgresql://user:password@host:5432/database.',
  databaseUnreachable: (/** @type {string} */ host, /** @type {string} */ port) =>
    `No PostgreSQL answers at ${host}:${port}: check DATABASE_URL and that the server runs.`,
  databaseHostUnknown: (/** @type {string} */ host) => `There is no host called ${host}: check DATABASE_URL.`,
  databasePasswordWrong: (/** @type {string} */ user) =>
    `PostgreSQL refused the user name or password of "${user}": check DATABASE_URL.`,
  databaseUnknown: (/** @type {string} */ name) =>
    `There is no database called "${name}": create it, or check DATABASE_URL.`,
  databaseTooOld: (/** @type {string} */ version) =>
    `DATABASE_URL names PostgreSQL ${version}, and Accord needs 16 or later.`,
  databaseRefused: (/** @type {string} */ code) =>
    `PostgreSQL refused the connection that DATABASE_URL describes (${code}).`,

  startingApi: () => 'Starting Accord …',
  apiEnded: (/** @type {string} */ log) => `The server ended unexpectedly: its own words are in ${log}.`,
  apiSilent: (/** @type {number} */ seconds, /** @type {string} */ log) =>
    `The server did not become ready within ${seconds} s: its own words are in ${log}.`,
  unexpected: (/** @type {string} */ what) => `Something unforeseen went wrong: ${what}.`,

  ready: (/** @type {number} */ seconds) => `Accord is ready after ${seconds} s.`,
  consoleAddress: () => 'Console',
  portalAddress: () => 'Portal',
  demoHeading: (/** @type {string} */ password) => `The demo clinic. Everyone's password: ${password}`,
  setUpHeading: () => 'There is no clinic yet. Set it up with this link, once, within a day:',
  howToStop: () => 'Ctrl-C stops it.',
  stopping: () => 'Stopping …',
  stoppingNow: () => 'Stopping at once …',
  stopped: () => 'Stopped.',

  embeddedNotRunning: () => 'The embedded PostgreSQL is not running: run "npm start" first.',
  resetNeedsYes: (/** @type {string} */ reason) =>
    `${reason}, so this could erase real records: run "npm run demo:reset -- --yes" if that is meant.`,
  resetReasonUrl: () => 'DATABASE_URL is set',
  resetReasonReal: () => 'ACCORD_DEMO is 0',
  resetInUse: () => 'The database is in use: stop everything that is connected to it first.',
  resetDone: () => 'The demo clinic is gone: the next "npm start" fills it anew.',

  restoreUsage: () => 'Usage: npm run restore -- --from FILE [--into EMPTY_DIRECTORY] [--key FILE]',
  restoreIntoUsed: (/** @type {string} */ directory) =>
    `There is something in ${directory} already: name a directory that is empty, or that is not there yet.`,
  restoreClusterThere: (/** @type {string} */ directory) =>
    `There is a database in ${directory} already, and a backup is restored into an empty one only: use --into EMPTY_DIRECTORY, or set DATABASE_URL.`,
  restoreHowToStart: (/** @type {string} */ directory) =>
    `Keys and checkpoints are in ${directory}: start Accord with ACCORD_DATA_DIR=${directory}.`,

  unknownSuite: (/** @type {string} */ name, /** @type {string} */ known) =>
    `There is no suite called "${name}": there are ${known}.`,
  suiteBegins: (/** @type {string} */ name, /** @type {number} */ budget) =>
    `── ${name} (budget ${budget} s)`,
  suiteEnds: (
    /** @type {string} */ name,
    /** @type {number} */ passed,
    /** @type {number} */ failed,
    /** @type {string} */ seconds,
  ) => `── ${name}: ${passed} passed, ${failed} failed, ${seconds} s`,
  suiteOverBudget: (/** @type {string} */ name, /** @type {number} */ budget) =>
    `${name} took longer than its ${budget} s.`,
  suiteStopped: (/** @type {string} */ name, /** @type {number} */ most) =>
    `${name} was stopped after ${most} s.`,
  suiteRanNothing: (/** @type {string} */ name) => `${name} ran no test.`,
  suiteBroke: (/** @type {string} */ name, /** @type {string} */ how) =>
    `${name} ended with ${how} although no test failed.`,
  extraNeedsProgram: (/** @type {string} */ program) => `${program} is not installed`,
  extraNeedsRoot: () => 'it mounts a small disk, which takes Linux and root',
  extraNotRun: (/** @type {string} */ name, /** @type {string} */ why) => `○ ${name} did not run: ${why}.`,
  extraRan: (/** @type {string} */ name, /** @type {string} */ saw) => `✓ ${name}: ${saw}.`,
  extraFailed: (/** @type {string} */ name, /** @type {string} */ why) => `✗ ${name}: ${why}`,
  extraHerd: (/** @type {{ tabs: number, stored: number, up: number, back: number }} */ seen) =>
    `its server was up ${seen.up} s after it was killed, all ${seen.tabs} tabs were back with ${seen.stored} operations stored after ${seen.back} s`,
  extraPassed: () => 'its test passed',
  extraTotal: (/** @type {number} */ ran, /** @type {number} */ failed, /** @type {number} */ left) =>
    `${ran} passed, ${failed} failed, ${left} not run`,
  notANumber: (/** @type {string} */ given) => `${given} is not a whole number.`,
  testsTotal: (/** @type {number} */ passed, /** @type {number} */ failed) =>
    `${passed} passed, ${failed} failed`,

  unknownCheck: (/** @type {string} */ name, /** @type {string} */ known) =>
    `There is no check called "${name}": there are ${known}.`,
  checkBegins: (/** @type {string} */ name) => `── ${name}`,
  checkPassed: (/** @type {string} */ name, /** @type {string} */ seconds) => `✓ ${name}, ${seconds} s`,
  checkFailed: (/** @type {string} */ name, /** @type {string} */ seconds) => `✗ ${name}, ${seconds} s`,
  checksFailed: (/** @type {string} */ names) => `The check failed: ${names}.`,
  asvsCounted: (/** @type {number} */ proven, /** @type {number} */ open, /** @type {number} */ not) =>
    `ASVS: ${proven} proven, ${open} open, ${not} not applicable`,
  asvsFailed: (/** @type {number} */ problems) => `docs/asvs.csv is not true in ${problems} places.`,
  regexesCounted: (/** @type {number} */ count) => `${count} regular expressions, every one bounded`,
  regexesFailed: (/** @type {number} */ count) =>
    `${count} regular expressions could be kept busy by a long text.`,
  checksPassed: (/** @type {string} */ seconds) => `Every check passed in ${seconds} s.`,
}
