/** Answer of `GET /api/health/ready`, which needs no sign-in. Holds numbers and sentences, no names and no places. */
export interface Health {
  readonly status: 'ready'
  readonly checkpoints: CheckpointHealth
}

/** How the signed checkpoints are; whatever it is, the house goes on. `at` in ms. (HI15) */
type CheckpointHealth =
  | { readonly state: 'none' | 'failed' | 'contradicted'; readonly sentence: string }
  | { readonly state: 'written'; readonly number: number; readonly at: number; readonly sentence: string }
