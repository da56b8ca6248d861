// Comforts of the pages of sign-in: showing a password while it is typed, and passkeys. Without a script both are simply not there.
const fromBase64 = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const toBase64 = (bytes) =>
  bytes && btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const decoded = (options) => ({
  ...options,
  challenge: fromBase64(options.challenge),
  ...(options.user && { user: { ...options.user, id: fromBase64(options.user.id) } }),
  ...(options.excludeCredentials && { excludeCredentials: options.excludeCredentials.map((c) => ({ ...c, id: fromBase64(c.id) })) }),
  ...(options.allowCredentials && { allowCredentials: options.allowCredentials.map((c) => ({ ...c, id: fromBase64(c.id) })) }),
});

const encoded = ({ id, rawId, type, authenticatorAttachment, response, getClientExtensionResults }, credential) => ({
  id,
  rawId: toBase64(rawId),
  type,
  authenticatorAttachment,
  clientExtensionResults: getClientExtensionResults.call(credential),
  response: {
    clientDataJSON: toBase64(response.clientDataJSON),
    attestationObject: toBase64(response.attestationObject),
    authenticatorData: toBase64(response.authenticatorData ?? response.getAuthenticatorData?.()),
    signature: toBase64(response.signature),
    userHandle: toBase64(response.userHandle),
    transports: response.getTransports?.(),
  },
});

const start = () => {
  for (const button of document.querySelectorAll("[data-show-password]")) {
    const field = document.getElementById(button.dataset.showPassword);
    const show = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-pressed", "false");
    button.onclick = () => {
      const shown = field.type === "password";
      field.type = shown ? "text" : "password";
      button.textContent = shown ? button.dataset.hide : show;
      button.setAttribute("aria-pressed", `${shown}`);
    };
    field.form.addEventListener("submit", () => (field.type = "password"));
  }

  for (const button of document.querySelectorAll("[data-passkey]")) {
    if (!window.PublicKeyCredential) {
      button.closest("form").hidden = true;
      continue;
    }

    button.hidden = false;
    button.onclick = async () => {
      const form = button.form;
      const fault = form.querySelector("[data-passkey-fault]");
      if (!form.reportValidity()) return;
      fault.hidden = true;
      try {
        const publicKey = decoded(JSON.parse(button.dataset.options));
        const credential = await navigator.credentials[button.dataset.passkey]({ publicKey });
        form.elements[button.dataset.into].value = JSON.stringify(encoded(credential, credential));
        form.submit();
      } catch {
        fault.textContent = button.dataset.refused;
        fault.hidden = false;
      }
    };
  }
};

if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
