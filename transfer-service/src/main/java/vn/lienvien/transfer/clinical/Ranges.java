package vn.lienvien.transfer.clinical;

import vn.lienvien.transfer.clinical.ClinicalPicture.BloodGas;
import vn.lienvien.transfer.clinical.ClinicalPicture.Ecmo;
import vn.lienvien.transfer.clinical.ClinicalPicture.Laboratory;
import vn.lienvien.transfer.clinical.ClinicalPicture.Ventilator;
import vn.lienvien.transfer.clinical.ClinicalPicture.Vitals;

/** Hard ranges follow the CLIF consortium's outlier bounds wherever it has the variable. */
final class Ranges {

    static final Limits<ClinicalPicture> PATIENT =
            new Limits<ClinicalPicture>("")
                    .hard("ageYears", ClinicalPicture::ageYears, 0, 120)
                    .hard("ageDays", ClinicalPicture::ageDays, 0, 366)
                    .hard("weightKg", ClinicalPicture::weightKg, 0.3, 350)
                    .hard("heightCm", ClinicalPicture::heightCm, 20, 255);

    static final Limits<ClinicalPicture> ADULT =
            new Limits<ClinicalPicture>("")
                    .hard("weightKg", ClinicalPicture::weightKg, 0.3, 350)
                    .soft(40, 150)
                    .hard("heightCm", ClinicalPicture::heightCm, 20, 255)
                    .soft(140, 200);

    static final Limits<Vitals> VITALS =
            new Limits<Vitals>("vitals")
                    .hard("heartRate", Vitals::heartRate, 0, 350)
                    .soft(40, 160)
                    .hard("systolic", Vitals::systolic, 0, 300)
                    .hard("diastolic", Vitals::diastolic, 0, 200)
                    .hard("meanPressure", Vitals::meanPressure, 0, 250)
                    .soft(55, 250)
                    .hard("spo2Percent", Vitals::spo2Percent, 0, 100)
                    .soft(80, 100)
                    .hard("temperatureC", Vitals::temperatureC, 10, 45)
                    .soft(34, 41)
                    .hard("gcs", Vitals::gcs, 3, 15);

    static final Limits<Ecmo> ECMO =
            new Limits<Ecmo>("ecmo")
                    .hard("flowLMin", Ecmo::flowLMin, -3, 10)
                    .hard("pumpRpm", Ecmo::pumpRpm, 0, 12_000)
                    .soft(0, 4000)
                    .hard("sweepLMin", Ecmo::sweepLMin, 0, 20)
                    .soft(0, 10)
                    .hard("fdo2", Ecmo::fdo2, 0.21, 1)
                    .hard("venousPressureMmHg", Ecmo::venousPressureMmHg, -300, 50)
                    .soft(-100, 50)
                    .hard("oxygenatorDays", Ecmo::oxygenatorDays, 0, 60)
                    .soft(0, 14);

    /** A pump that stands still, or flows back, is asked about. */
    static final Limits<Ecmo> ADULT_FLOW =
            new Limits<Ecmo>("ecmo").hard("flowLMin", Ecmo::flowLMin, -3, 10).soft(2, 6);

    static final Limits<Ventilator> VENTILATOR =
            new Limits<Ventilator>("ventilator")
                    .hard("fio2", Ventilator::fio2, 0.21, 1)
                    .hard("peep", Ventilator::peep, 0, 30)
                    .soft(0, 20)
                    .hard("pip", Ventilator::pip, -50, 100)
                    .hard("pplat", Ventilator::pplat, 0, 100)
                    .soft(0, 30)
                    .hard("tidalVolumeMl", Ventilator::tidalVolumeMl, 0, 3000)
                    .hard("respiratoryRate", Ventilator::respiratoryRate, 0, 120)
                    .soft(0, 35)
                    .hard("minuteVolumeL", Ventilator::minuteVolumeL, 0, 40);

    static final Limits<BloodGas> BLOOD_GAS =
            new Limits<BloodGas>("bloodGas")
                    .hard("ph", BloodGas::ph, 6.3, 8)
                    .soft(7.2001, 8)
                    .hard("paco2", BloodGas::paco2, 0, 250)
                    .soft(0, 74.9999)
                    .hard("pao2", BloodGas::pao2, 0, 700)
                    .soft(55, 700)
                    .hard("hco3", BloodGas::hco3, 0, 50)
                    .hard("baseExcess", BloodGas::baseExcess, -30, 30)
                    .hard("lactate", BloodGas::lactate, 0, 30)
                    .soft(0, 10);

    static final Limits<Laboratory> LABORATORY =
            new Limits<Laboratory>("laboratory")
                    .hard("haemoglobinGL", Laboratory::haemoglobinGL, 20, 250)
                    .soft(70, 250)
                    .hard("plateletsGL", Laboratory::plateletsGL, 0, 2000)
                    .soft(50, 2000)
                    .hard("inr", Laboratory::inr, 0, 15)
                    .hard("apttS", Laboratory::apttS, 1, 200)
                    .soft(1, 72)
                    .hard("fibrinogenGL", Laboratory::fibrinogenGL, 0, 15)
                    .soft(2, 15)
                    .hard("actS", Laboratory::actS, 50, 1500)
                    .soft(50, 220)
                    .hard("sodiumMmolL", Laboratory::sodiumMmolL, 90, 210)
                    .hard("potassiumMmolL", Laboratory::potassiumMmolL, 0, 15)
                    .hard("glucoseMmolL", Laboratory::glucoseMmolL, 0, 110)
                    .hard("creatinineUmolL", Laboratory::creatinineUmolL, 0, 1768)
                    .hard("bilirubinUmolL", Laboratory::bilirubinUmolL, 0, 1368);

    private Ranges() {}
}
