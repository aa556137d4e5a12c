package oroshi.portal.signin;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import oroshi.access.tokens.ConsentQuestions;
import oroshi.portal.Page;

/** Asks a person whether an application may act for him. */
@Controller
class ConsentPages {
    private final ConsentQuestions questions;

    ConsentPages(ConsentQuestions questions) {
        this.questions = questions;
    }

    @GetMapping("/consent")
    Page ask(@RequestParam String state) {
        var question = questions.find(state).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Page.of("signin/consent", "question", question, "state", state);
    }
}
