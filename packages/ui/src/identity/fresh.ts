/** Shows its person the question who they are once more. True when they answered it. */
export type Prover = () => Promise<boolean>

let prover: Prover | null = null

/** Whoever can put the question on screen says so. Returns how to take that back. */
export function offerProver(next: Prover): () => void {
  prover = next
  return () => {
    if (prover === next) prover = null
  }
}

/** Asked by a request that was refused because the last proof is not fresh; it is sent again after a yes. (ID33) */
export async function proveAnew(): Promise<boolean> {
  return prover === null ? false : prover()
}
