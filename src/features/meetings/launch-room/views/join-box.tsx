import { QrCode } from "../../views/qr-code.tsx";

/** How a phone comes into the room: a code for its camera, and the same to type. */
export function JoinBox({ url, code }: { url: string; code: string }) {
  return (
    <div class="join">
      <QrCode text={`${url}/room/${code}`} label={`QR code that leads to ${url}/room/${code}`} />
      <p>
        <span class="join-where">{url.replace(/^https?:\/\//, "")}/room</span>
        <b class="join-code">
          <span class="visually-hidden">Code </span>
          {code.slice(0, 3)} {code.slice(3)}
        </b>
      </p>
    </div>
  );
}
