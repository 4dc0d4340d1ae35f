import type { standards as en } from '../en/standards.ts'

export const standards: Record<keyof typeof en, string> = {}
