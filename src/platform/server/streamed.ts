import { AsyncLocalStorage } from "node:async_hooks";

/**
 * The body of a response that is made while it is being sent; nobody reading on stops the making. It is made as part
 * of the request that asked for it, so that its words are in the language of that request.
 */
export function streamed(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  const asAsked = AsyncLocalStorage.snapshot();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await asAsked(() => chunks.next());
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await asAsked(() => chunks.return(undefined));
    },
  });
}
