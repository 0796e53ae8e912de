import type { SignedCheckpoint } from '@accord/domain/rest/proof'

/** Whether a checkpoint's signature is its key's; null where this browser cannot tell. */
export async function checkSignature(checkpoint: SignedCheckpoint): Promise<boolean | null> {
  const { text, signature, publicKey } = checkpoint
  let key: CryptoKey
  try {
    key = await crypto.subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify'])
  } catch {
    // Older browsers know no Ed25519, and none has cryptography on a page that was not fetched safely.
    return null
  }
  return crypto.subtle.verify('Ed25519', key, bytesOf(signature), new TextEncoder().encode(text))
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}
