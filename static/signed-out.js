// Nothing of the recording page stays on a device once its person has signed out, or was; what was not sent yet waits elsewhere.
for (const name of (await globalThis.caches?.keys()) ?? []) {
  if (name.startsWith("doi-thoai:room:")) await caches.delete(name);
}
for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
