package vn.lienvien.transfer.journey.adapter.rest;

/** Bodies shown in the API's description; the people are invented. */
final class Examples {

    static final String REQUEST =
            """
            {"routing":"AGREED","agreement":{"organisation":"htd-hcmc","unit":"htd-hcmc.icu-adult",\
            "agreedBy":["Dr An (invented)","Dr Ha (invented)"],"at":"2021-11-08T12:00:00+07:00","channel":"PHONE"},\
            "urgency":"U2","patient":{"localId":"ST-21-0451","fullName":"Trần Thị Bưởi (invented)","birthDate":"1998-03-14"},\
            "clinical":{"sex":"FEMALE","weightKg":92,"heightCm":158,\
            "diagnosis":{"icd10":"U07.1","text":"COVID-19, ARDS, sepsis, acute kidney injury"},\
            "ecmo":{"status":"RUNNING","mode":"VV","startedAt":"2021-10-22T08:00:00+07:00","flowLMin":4.6,"pumpRpm":3400,"sweepLMin":5,"fdo2":1.0},\
            "beforeEcmo":{"pao2":52,"fio2":1.0,"ph":7.19,"paco2":68,"peep":14,"pip":34,"ventilatedHours":72},\
            "support":{"crrt":"YES","isolation":"YES","covid":"YES"},\
            "background":{"familyInformed":"YES","consent":"YES"}},"reason":"1b",\
            "contacts":[{"name":"Dr An (invented)","grade":"head of ICU","phone":"+84900000100","secondPhone":"+84900000101"}]}\
            """;

    private Examples() {}
}
