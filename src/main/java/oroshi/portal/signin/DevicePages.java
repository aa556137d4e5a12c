package oroshi.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import oroshi.access.tokens.DeviceSignIns;
import oroshi.portal.Form;
import oroshi.portal.Page;

/** Where a person types the code that a device without a browser shows, and says whether it may act for the person. */
@Controller
class DevicePages {
    private final DeviceSignIns signIns;

    DevicePages(DeviceSignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/devicelogin")
    Page ask() {
        return Page.of("signin/device", "form", Form.empty());
    }

    /** The answer to the code names the application before anything is decided. */
    @PostMapping("/devicelogin")
    Page code(HttpServletRequest request) {
        var form = Form.of(request).require("code", "device.code");
        if (form.isRejected()) {
            return Page.of("signin/device", "form", form).rejected();
        }
        return signIns.find(form.value("code"))
                .map(question -> Page.of("signin/device-question", "question", question, "code", form.value("code")))
                .orElseGet(() -> wrong(form));
    }

    @PostMapping("/devicelogin/answer")
    Page answer(HttpServletRequest request) {
        var form = Form.of(request);
        var accepted = form.value("answer").equals("accept");
        return signIns.answer(form.value("code"), accepted)
                ? Page.of("signin/device-done", "accepted", accepted)
                : wrong(form);
    }

    private static Page wrong(Form form) {
        return Page.of("signin/device", "form", form.reject("code", "device.codeWrong"))
                .rejected();
    }
}
