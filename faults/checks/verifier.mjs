/**
 * The verifier that goes along with every exported history: one file that shares no code with the API. It is plain
 * JavaScript, so its types are said here.
 *
 * @typedef {(files: Map<string, Buffer>) => readonly { check: string, holds: boolean, says: string }[]} Verify
 */

/** @type {{ verifyBundle: Verify, unzip: (zip: Buffer) => Map<string, Buffer> }} */
export const { verifyBundle, unzip } = await import(
  new URL('../../verifier/verify-history.mjs', import.meta.url).href
)
