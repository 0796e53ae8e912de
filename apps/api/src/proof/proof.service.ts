import type { Actor } from '@accord/domain/access/subject'
import { relationTo, type CaseFacts, type Relation } from '@accord/domain/case/relation'
import { toHex } from '@accord/domain/history/bytes'
import { missingSeed, nonceOf, type Head } from '@accord/domain/history/checkpoint'
import { inclusionPath, type MerkleLevels } from '@accord/domain/history/merkle'
import type { LogId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { HeadInclusion, PlanProof, RestoredProof } from '@accord/domain/rest/proof'
import { Inject, Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { EntryRepository, placeFor, type LogPlace } from '../history/entry.repository.js'
import { sha256 } from '../history/sealing.js'
import type { Latest, LatestRestoration } from './checkpoint-book.js'
import { CheckpointService } from './checkpoint.service.js'
import { SIGNER, type CheckpointSigner } from './signing-key.js'

/** A plan to somebody who may see it. */
export interface SeenCase {
  readonly facts: CaseFacts
  readonly relation: Relation
  /** The log as it is read for them. */
  readonly place: LogPlace
}

/** What the newest checkpoint says of a plan, with the way from its leaf to the root. (HI16) */
@Injectable()
export class ProofService {
  constructor(
    @Inject(SIGNER) private readonly signer: CheckpointSigner,
    private readonly access: AccessService,
    private readonly entries: EntryRepository,
    private readonly checkpoints: CheckpointService,
  ) {}

  async read(actor: Actor, plan: LogId): Promise<PlanProof | Refusal> {
    const seen = await this.caseFor(actor, plan, 'history.read')
    if ('refused' in seen) return seen
    const { place } = seen
    const latest = await this.checkpoints.latest()
    const proof = latest && (await this.of(place, latest))
    if (proof) return proof
    const first = await this.checkpoints.covering(plan, 0)
    return (first && (await this.of(place, first))) ?? refuse('storage-unavailable')
  }

  /** A proof that covers everything that is in the log by now. */
  async covering(place: LogPlace): Promise<PlanProof | Refusal> {
    const head = await this.entries.head(place)
    const latest = head && (await this.checkpoints.covering(place.log, head.seq))
    return (latest && (await this.of(place, latest))) ?? refuse('storage-unavailable')
  }

  /** A plan's case for somebody who may do this with it. Logs of somebody's own are nobody's case. (DR1) */
  async caseFor(
    actor: Actor,
    plan: LogId,
    action: 'history.read' | 'history.export',
  ): Promise<SeenCase | Refusal> {
    const subject = await this.access.subjectOf(actor.clinic, plan, [actor.person])
    if (subject?.kind !== 'case') return refuse('not-found')
    const { facts } = subject
    const no = this.access.refusal(actor, action, facts)
    const relation = relationTo(facts, actor.person)
    return no ?? (relation ? { facts, relation, place: placeFor(actor, plan, subject) } : refuse('not-found'))
  }

  private async of(place: LogPlace, { kept, heads, tree }: Latest): Promise<PlanProof | null> {
    const { clinic, log } = place
    const inclusion = inclusionOf(log, kept.seed, heads, tree)
    // Read after the checkpoint, so that the head never lies behind it.
    const head = inclusion && (await this.entries.head(place))
    if (!inclusion || !head) return null
    const restoration = this.checkpoints.latestRestoration()
    return {
      clinic,
      plan: log,
      checkpoint: {
        text: kept.text,
        signature: kept.signature,
        publicKey: this.signer.publicKey.toString('base64'),
      },
      ...inclusion,
      ...(restoration && { restored: restoredProof(log, restoration) }),
      head: { seq: head.seq, hash: toHex(head.hash) },
    }
  }
}

function restoredProof(log: LogId, { kept, heads, tree, missing }: LatestRestoration): RestoredProof {
  const { text, signature, seed } = kept
  return {
    text,
    signature,
    kept: inclusionOf(log, seed, heads, tree),
    missing: inclusionOf(log, missingSeed(seed, sha256), missing.heads, missing.tree),
  }
}

/** Null for a log that the tree does not hold. */
function inclusionOf(
  log: LogId,
  seed: Uint8Array,
  heads: readonly Head[],
  tree: MerkleLevels,
): HeadInclusion | null {
  const index = heads.findIndex((head) => head.log === log)
  const head = heads[index]
  if (!head) return null
  const { seq, hash, epoch } = head
  const leaf = { seq, hash, epoch, nonce: toHex(nonceOf(seed, log, sha256)) }
  return { leaf, index, path: inclusionPath(tree, index).map(toHex) }
}
