import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'

/**
 * As whom PostgreSQL's programs run. PostgreSQL refuses root. [HO8]
 *
 * - `self`: this is not root, so as this user.
 * - `user`: root steps down to another user, who owns the cluster.
 * - `namespace`: root keeps owning the files, and wears another user's number inside a user namespace; for
 *   directories that no other user can enter.
 *
 * @typedef {{ kind: 'self' } | { kind: 'user' | 'namespace', uid: number, gid: number }} Identity
 */

/**
 * @param {string} cluster the data directory, which may not exist yet; its parent does
 * @param {string} binaries
 * @returns {Identity}
 */
export function chooseIdentity(cluster, binaries) {
  const self = process.getuid?.()
  const owner = existsSync(cluster) ? statSync(cluster) : null
  if (self !== 0) {
    if (self !== undefined && owner && owner.uid !== self)
      throw new PlainFailure(messages.foreignCluster(cluster))
    return { kind: 'self' }
  }
  const account = accountOf('postgres') ?? accountOf('nobody') ?? { uid: 65534, gid: 65534 }
  // Whoever made the cluster keeps running it: an ordinary user's checkout stays theirs after one start as root.
  const user = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : account
  const parent = path.dirname(cluster)
  if (owner?.uid !== 0 && canEnter(user, [parent, binaries])) return { kind: 'user', ...user }
  if (owner && owner.uid !== 0) throw new PlainFailure(messages.foreignCluster(cluster))
  if (namespaceWorks(account)) return { kind: 'namespace', ...account }
  throw new PlainFailure(messages.noUserForPostgres(parent))
}

/**
 * The command and options that run a program under this identity.
 *
 * @param {Identity} identity
 * @param {string} program
 * @param {string[]} args
 * @returns {{ command: string, args: string[], options: { uid?: number, gid?: number } }}
 */
export function runAs(identity, program, args) {
  if (identity.kind === 'self') return { command: program, args, options: {} }
  if (identity.kind === 'user') {
    return { command: program, args, options: { uid: identity.uid, gid: identity.gid } }
  }
  return { command: 'unshare', args: [...namespaceArgs(identity), program, ...args], options: {} }
}

/** @param {{ uid: number, gid: number }} account */
const namespaceArgs = ({ uid, gid }) => ['--user', `--map-user=${uid}`, `--map-group=${gid}`]

/** @param {{ uid: number, gid: number }} account */
function namespaceWorks(account) {
  return spawnSync('unshare', [...namespaceArgs(account), 'true'], { stdio: 'ignore' }).status === 0
}

/**
 * Asked of the system and not computed from mode bits, which say nothing of access lists and mounts.
 *
 * @param {{ uid: number, gid: number }} user
 * @param {string[]} directories
 */
function canEnter({ uid, gid }, directories) {
  const script = 'for d in "$@"; do cd "$d" || exit 1; done'
  const args = ['-c', script, 'sh', ...directories]
  return spawnSync('/bin/sh', args, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
}

/** @param {string} name */
function accountOf(name) {
  try {
    for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
      const [login, , uid, gid] = line.split(':')
      if (login === name && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
    }
  } catch {
    // No such file: a system that keeps its accounts elsewhere.
  }
  return null
}
