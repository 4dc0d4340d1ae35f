import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ShareReport, ShareWish } from './live-share.ts'
import type { ThreadWord, ThreadWork } from './share-thread.ts'
import type { PlacedNetwork } from './sim-network.ts'

const ENTRY = join(import.meta.dirname, 'share-thread.ts')

type Ears = {
  /** Puts rows staged at an address on record. */
  readonly load: (address: string) => void
  readonly onDay: (share: number, day: string, repairs: number) => void
}

function liveInThread(
  work: ThreadWork,
  { load, onDay }: { load: () => void; onDay: (day: string, repairs: number) => void },
): { readonly worker: Worker; readonly over: Promise<ShareReport> } {
  const worker = new Worker(ENTRY, { workerData: work })
  const over = new Promise<ShareReport>((resolve, reject) => {
    let report: ShareReport | null = null
    worker.on('error', reject)
    worker.on('exit', (code) =>
      report ? resolve(report) : reject(new Error(`a thread of the simulation ended with ${code}`)),
    )
    worker.on('message', (word: ThreadWord) => {
      if (word.say === 'day') return onDay(word.day, word.repairs)
      if (word.say === 'over') {
        report = word
        return
      }
      try {
        load()
      } catch (error) {
        return reject(error)
      }
      Atomics.store(work.flag, 0, 1)
      Atomics.notify(work.flag, 0)
    })
  })
  return { worker, over }
}

/** Lets each share live in a thread of its own; the first that fails ends them all. */
export async function liveInThreads(
  placed: PlacedNetwork,
  shares: readonly ShareWish[],
  { load, onDay }: Ears,
): Promise<readonly ShareReport[]> {
  const threads = shares.map((share, place) => {
    const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    return liveInThread(
      { share, placed, flag },
      {
        load: () => load(share.address),
        onDay: (day, repairs) => onDay(place, day, repairs),
      },
    )
  })
  try {
    return await Promise.all(threads.map(({ over }) => over))
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
  }
}
