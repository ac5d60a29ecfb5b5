/** Compares texts by the bytes of their UTF-8, as DynamoDB sorts its keys. */
export const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
